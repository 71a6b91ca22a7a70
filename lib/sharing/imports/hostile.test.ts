import fc from "fast-check";
import { expect, test } from "vitest";
import { IMPORT_BYTES, IMPORT_YAML_BYTES } from "#lib/base/limits.ts";
import { randomComparison } from "../random-snapshots.fixture.ts";
import { readImport } from "./registry.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = "file.json") => readImport({ name, bytes: bytes(text) });
const problem = (text: string, name?: string) => {
  const outcome = read(text, name);
  return "problem" in outcome ? outcome.problem : null;
};
const VALID = '"variants":[{"prompt":"one"},{"prompt":"two"}]';

const PROTOTYPE = snapshot();
function snapshot() {
  return [Object.prototype, Array.prototype, Function.prototype].map((each) =>
    JSON.stringify(Object.getOwnPropertyNames(each).sort()),
  );
}

test.each(["__proto__", "constructor", "prototype"])(
  "[R19] the key %s is refused at every depth and in every syntax",
  (key) => {
    const refused = `This file cannot be read: it has a field named “${key}”, which is not taken.`;
    for (let depth = 0; depth < 17; depth += 1) {
      const nested = `${'{"a":['.repeat(Math.floor(depth / 2))}{"${key}":{"polluted":1}}${"]}".repeat(Math.floor(depth / 2))}`;
      expect(problem(`{${VALID},"extra":${nested}}`)).toBe(refused);
    }
    expect(problem(`prompts: [a]\nproviders:\n  - ${key}: {polluted: 1}\n`, "x.yaml")).toBe(refused);
    expect(problem(`before,after,${key}\na,b,c\n`, "x.csv")).toBe(refused);
    expect(problem(`{"item":{"a":1}}\n{"item":{"${key}":1}}\n`, "x.jsonl")).toContain(`“${key}”`);
    expect(snapshot()).toEqual(PROTOTYPE);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  },
);

test("[R19] hostile keys anywhere in random JSON are refused, and no prototype changes", () => {
  const key = fc.constantFrom("__proto__", "constructor", "prototype", "a\\u0000b");
  const plain = fc.json({ maxDepth: 3 });
  fc.assert(
    fc.property(key, plain, plain, fc.nat(5), (hostile, one, other, depth) => {
      const inner = `{"x":${one},"${hostile}":${other}}`;
      const nested = `${'{"y":'.repeat(depth)}${inner}${"}".repeat(depth)}`;
      expect(problem(`{${VALID},"z":${nested}}`)).toMatch(/^This file cannot be read: /);
    }),
    { numRuns: 500 },
  );
  expect(snapshot()).toEqual(PROTOTYPE);
});

test("[R19] a key that stands twice is refused in JSON and YAML, however it is spelled", () => {
  const twice = "This file cannot be read: the field “title” stands twice in one place.";
  expect(problem(`{"title":"a",${VALID},"title":"b"}`)).toBe(twice);
  expect(problem(`{"title":"a",${VALID},"t\\u0069tle" : "b"}`)).toBe(twice);
  expect(problem(`{"title":"{\\"title\\":1,","note":"title",${VALID}}`)).toBeNull();
  expect(problem("prompts: [a]\ntests: []\nprompts: [b]\n", "x.yaml")).toContain(
    "the key “prompts” stands twice",
  );
});

test("[R19] a NUL in a key is refused, with what smuggled a second key past a store", () => {
  expect(problem(`{${VALID},"title\\u0000":"x"}`)).toBe(
    "This file cannot be read: the name of a field in it has a NUL character.",
  );
});

test("[R19] depth: 20 levels are read, 21 are not, a million are no crash", () => {
  const nested = (levels: number) => `{${VALID},"x":${"[".repeat(levels)}${"]".repeat(levels)}}`;
  expect(problem(nested(19))).toBeNull();
  expect(problem(nested(20))).toBe("This file cannot be read: it is nested more than 20 levels deep.");
  expect(problem(nested(1_000_000))).toMatch(/^This file cannot be read: /);
  for (const deep of [
    "[".repeat(100_000),
    "- ".repeat(100_000),
    "{a: ".repeat(50_000),
    "? ".repeat(20_000),
  ]) {
    expect(problem(`prompts: [a]\ntests:\n  ${deep}`, "x.yaml")).toMatch(/^This file cannot be read: /);
  }
});

test("[R19] size and records are bounded, and the sentence says by how much", () => {
  expect(readImport({ name: "x.json", bytes: new Uint8Array(IMPORT_BYTES + 1) })).toEqual({
    problem: "This file cannot be read: it is larger than 5 MB.",
  });
  expect(problem(`# ${"x".repeat(IMPORT_YAML_BYTES)}`, "x.yaml")).toContain(
    "larger than 1 MB, the most for YAML",
  );
  const rows = (count: number) => `before,after\n${"a,b\n".repeat(count)}`;
  expect(problem(rows(10_000), "x.csv")).toBeNull();
  expect(problem(rows(10_001), "x.csv")).toContain("a list of 10,001 entries, more than 10,000");
  expect(problem('{"item":{"a":1}}\n'.repeat(10_001), "x.jsonl")).toContain("10,001 entries");
  expect(problem(`{${VALID},"cases":[${"{},".repeat(10_000)}{}]}`)).toContain("10,001 entries");
});

test("[R19] a few lines of YAML that stand for billions are refused", () => {
  const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(`*${of}`).join(", ")}]\n`;
  const names = "abcdefghij".split("");
  const bomb = `z: &z [x, x, x, x, x, x, x, x, x]\n${names.map((name, index) => level(name, names[index - 1] ?? "z")).join("")}`;
  expect(problem(`prompts: [a]\n${bomb}`, "x.yaml")).toMatch(/^This file cannot be read: /);
  expect(problem("a: &a [*a]\nprompts: [x]\ntests: []\n", "x.yaml")).toMatch(/^This file cannot be read: /);
  const honest =
    "shared: &shared\n  type: contains\n  value: lake\nprompts: [A poem]\ntests:\n  - assert: [*shared]\n";
  expect(problem(honest, "x.yaml")).toBeNull();
});

test("[R19] tags make nothing, merge keys merge nothing, template code is not run", () => {
  const outcome = read(
    'prompts: ["A {{ topic | upper }} {% for x in y %} {{ \'{\' }}{ x }}"]\ntests:\n  - vars: { topic: !!js/function "function () { return 1 }" }\n',
    "x.yaml",
  );
  if ("problem" in outcome) throw new Error(outcome.problem);
  const { comparison, leftOut } = outcome.reading;
  expect(comparison.variants[0]?.prompt).toEqual({
    kind: "text",
    text: "A {{ topic | upper }} {% for x in y %} {{ x }}",
  });
  expect(comparison.cases[0]?.values.topic).toBe("function () { return 1 }");
  expect(leftOut.join("\n")).toContain(
    "pieces of template code stay in the text as they are and are not run",
  );
});

test("[R19] any bytes at all give a reading or a sentence, never an exception", () => {
  const name = fc.constantFrom("x.json", "x.yaml", "x.yml", "x.csv", "x.tsv", "x.jsonl", "x");
  const any = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 300 }).map(bytes),
    fc.json().map(bytes),
    randomComparison.map((comparison) => bytes(JSON.stringify(comparison).slice(0, 900))),
    fc
      .array(
        fc.constantFrom(
          "prompts:",
          "tests",
          "\n",
          "  ",
          "- ",
          "[",
          "{",
          "}",
          "&a ",
          "*a",
          "!!",
          "|",
          "'",
          '"',
          ": ",
          "x",
          "---",
        ),
        { maxLength: 40 },
      )
      .map((parts) => bytes(parts.join(""))),
  );
  fc.assert(
    fc.property(name, any, (file, content) => {
      const outcome = readImport({ name: file, bytes: content });
      if ("problem" in outcome) expect(outcome.problem).toMatch(/^This file cannot be read: .+\.$/s);
      else expect(outcome.reading.comparison.variants.length).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 5_000 },
  );
}, 60_000);

test("[R19] fields of the right names and the wrong kinds are taken or noted, never thrown at", () => {
  const names =
    "prompts providers tests defaultTest vars assert type value config variants prompt model checks cases testing_criteria data_source input_messages template source content item messages role instructions variables sampling_params".split(
      " ",
    );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom<unknown>("x", "{{item.x}}", "contains", "file://x", "openai:chat:x", 1, true, null, ""),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie("any"), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).any;
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6, noNullPrototype: true }),
      (document) => {
        const outcome = read(JSON.stringify(document));
        expect("problem" in outcome ? outcome.problem : outcome.reading.what).not.toBe("");
      },
    ),
    { numRuns: 3_000 },
  );
}, 60_000);
