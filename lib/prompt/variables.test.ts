import fc from "fast-check";
import { expect, test } from "vitest";
import { cpuTimeMs } from "#lib/base/cpu-time.fixture.ts";
import { EMPTY_PARTS } from "./schema.ts";
import { fillPrompt, fillVariables, variablesIn } from "./variables.ts";

const name = fc.constantFrom("city", "Ort", "имя", "first name", "a-b", "n_1", "__proto__", "constructor");
const hostile = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom("{{city}}", "$&", "$1", "$`", "$'", "$$", "{{ city }}{{Ort}}", "}}{{", "\\u0024&"),
);

test("[R19] [PC17] a value arrives as it is and is never read again", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, hostile), { minLength: 1, maxLength: 8 }), (pairs) => {
      const filled = pairs.filter(([, value]) => value.trim() !== "");
      const values: Record<string, string> = Object.create(null);
      for (const [key, value] of filled) values[key] = value;
      const template = filled.map(([key]) => `<{{ ${key} }}>`).join("");
      const expected = filled.map(([key]) => `<${values[key]}>`).join("");
      expect(fillVariables(template, values)).toEqual({ text: expected, missing: [] });
    }),
  );
});

test("[R19] names of Object.prototype are names like any other", () => {
  expect(fillVariables("{{__proto__}} {{toString}}", {})).toEqual({
    text: "{{__proto__}} {{toString}}",
    missing: ["__proto__", "toString"],
  });
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("[PC17] what has no value, or a blank one, stays and is named once", () => {
  expect(fillVariables("{{b}} {{a}} {{ b }} {{c}}", { c: "3", a: "  " })).toEqual({
    text: "{{b}} {{a}} {{ b }} 3",
    missing: ["b", "a"],
  });
});

test.each(["{{}}", "{{  }}", "{a}", "{{a.b}}", "{{a\nb}}", "{{#if}}", `{{${"x".repeat(101)}}}`])(
  "[PC17] %j is no variable",
  (text) => {
    expect(fillVariables(text, { a: "1", "": "2" })).toEqual({ text, missing: [] });
  },
);

test("[PC17] variables are found in every text field of either kind, in order", () => {
  expect(variablesIn({ kind: "text", system: "{{s}}", text: "{{t}} {{s}}" })).toEqual(["s", "t"]);
  expect(
    variablesIn({
      ...EMPTY_PARTS,
      role: "{{role}}",
      task: "{{task}}",
      audience: "{{audience}}",
      tone: ["plain", "{{tone}}"],
      constraints: [
        { kind: "include", words: ["{{word}}"], mode: "all" },
        { kind: "other", text: "{{other}}" },
        { kind: "lines", op: "exactly", n: 4 },
      ],
      opening: "{{opening}}",
      closing: "{{closing}}",
      format: "{{format}}",
      examples: [{ input: "{{input}}", output: "{{output}}" }],
      extra: "{{extra}} {{task}}",
    }),
  ).toEqual("role task audience tone word other opening closing format input output extra".split(" "));
});

test("[PC17] a filled prompt carries the values in its constraints too", () => {
  const { prompt, missing } = fillPrompt(
    { ...EMPTY_PARTS, task: "{{a}}", constraints: [{ kind: "starts-with", text: "{{a}} {{b}}" }] },
    { a: "{{b}}", b: "2" },
  );
  expect(missing).toEqual([]);
  expect(prompt.task).toBe("{{b}}");
  expect(prompt.constraints).toEqual([{ kind: "starts-with", text: "{{b}} 2" }]);
});

test("[PC17] a megabyte of braces takes no time to speak of", () => {
  const text = "{{a".repeat(350_000);
  const started = cpuTimeMs();
  expect(fillVariables(text, { a: "1" }).text).toBe(text);
  expect(cpuTimeMs() - started).toBeLessThan(2_000);
});
