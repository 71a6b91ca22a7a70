import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { hold } from "#lib/checks/hold.ts";
import { randomText } from "#lib/checks/random-texts.fixture.ts";
import { restore } from "#lib/comparison/restore.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { KIND_CASES } from "#lib/constraints/kinds/all-cases.fixture.ts";
import { type Constraint, constraintSchema } from "#lib/constraints/registry.ts";
import { compile } from "#lib/prompt/compile.ts";
import { freeze } from "../freeze.ts";
import { readImport } from "../imports/registry.ts";
import { lessonSnapshots } from "../lesson-snapshots.fixture.ts";
import { MODELS, randomComparison } from "../random-snapshots.fixture.ts";
import { promptfoo } from "./promptfoo.ts";
import { assertionOf } from "./promptfoo-assertions.ts";
import { written } from "./written.fixture.ts";

interface Config {
  description: string;
  prompts: { label: string; raw: string }[];
  providers: { id: string; label?: string; prompts?: string[]; config?: Record<string, unknown> }[];
  defaultTest?: { assert: { type: string; value?: unknown; metric: string; weight?: number }[] };
  tests?: { vars: Record<string, string>; assert?: { type: string; value?: unknown }[] }[];
  evaluateOptions: { repeat: number };
}

const textOf = (comparison: Comparison) => written(promptfoo, freeze(comparison, null));
const configOf = (comparison: Comparison): Config => parse(textOf(comparison));
function back(yaml: string) {
  const outcome = readImport({ name: "x.yaml", bytes: new TextEncoder().encode(yaml) });
  if ("problem" in outcome) throw new Error(outcome.problem);
  return outcome.reading;
}
const pair = (fields: object) => restore({ variants: [{ prompt: "one" }, { prompt: "two" }], ...fields });

test("[EX6] every lesson is written with its prompts, its cases and an assertion or a sentence for every check", () => {
  for (const { snapshot } of lessonSnapshots()) {
    const config: Config = parse(written(promptfoo, snapshot));
    expect(config.prompts.map(({ raw }) => JSON.parse(raw))).toEqual(
      snapshot.comparison.variants.map(({ prompt }) =>
        compile(prompt).messages.map((message) => ({ ...message, content: expect.any(String) })),
      ),
    );
    expect(config.tests?.length ?? 0).toBe(snapshot.comparison.cases.length);
    expect(config.evaluateOptions.repeat).toBe(snapshot.comparison.settings.samples);
  }
});

/**
 * One line that begins with a sign and ends in a letter: a part looks at the words that its text, filled in, begins
 * with, and at its end, where it puts a full stop.
 */
const value = randomText.map((text) => `~${text.replaceAll(/[{}\s\u0085]+/g, " ")}v`);

test("[EX6] prompts and cases come back from promptfoo's language as they were, whatever is in them", () => {
  fc.assert(
    fc.property(
      randomComparison,
      fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 3 }),
      (random, rows) => {
        const comparison = restore({
          ...random,
          cases: rows.map(([one, other], index) => ({
            id: `c${index}`,
            values: { name: one, "two words": other },
          })),
        });
        const { comparison: again } = back(textOf(comparison));
        expect(again.variants).toHaveLength(comparison.variants.length);
        comparison.cases.forEach((row, index) => {
          const values = again.cases[index]?.values ?? {};
          comparison.variants.forEach(({ prompt }, side) => {
            const wanted = compile(prompt, row.values).messages;
            const got = compile(again.variants[side]?.prompt ?? prompt, values).messages;
            expect(got).toEqual(wanted);
          });
        });
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);

test.each<[string, Constraint]>([
  ["icontains", { kind: "include", words: ["lake"], mode: "all", match: "anywhere" }],
  ["icontains-all", { kind: "include", words: ["lake", "sun,{%moon%}"], mode: "all", match: "anywhere" }],
  ["icontains-any", { kind: "include", words: ["lake", "sun"], mode: "any", match: "anywhere" }],
  ["regex", { kind: "regex", pattern: "\\d{2}-\\d{2}" }],
  ["regex", { kind: "regex", pattern: "[{]{2}" }],
  ["is-json", { kind: "json" }],
  ["not-is-json", { kind: "json", not: true }],
  ["is-json", { kind: "json", schema: '{"minProperties":2}' }],
  ["is-json", { kind: "json", keys: ["name", "price"] }],
  ["is-json", { kind: "json", schema: '{"type":"object","properties":{"url":{"type":"string"}}}' }],
  ["is-json", { kind: "json", schema: '{"$ref":"#/$defs/x","$defs":{"x":{"type":"object"}}}' }],
  ["word-count", { kind: "words", op: "exactly", n: 4 }],
  ["word-count", { kind: "words", op: "between", n: 4, max: 9 }],
  ["not-word-count", { kind: "words", op: "at-least", n: 4, not: true }],
])("[EX6] %s goes out and comes back: %j", (type, constraint) => {
  const comparison = pair({ checks: [{ id: "one", label: "A {{name}} label", hard: false, constraint }] });
  const [assertion] = configOf(comparison).defaultTest?.assert ?? [];
  expect(assertion).toMatchObject({ type, weight: 0 });
  const [check] = back(textOf(comparison)).comparison.checks;
  expect(check).toMatchObject({ hard: false, constraint });
});

/** A text of the file as it is once promptfoo has rendered it. */
const rendered = (source: unknown) => String(source).replaceAll("{{ '{' }}", "{");

/** What the rule in JavaScript says; promptfoo runs it as the body of a function of `output`. */
function runScript(source: unknown, output: string): unknown {
  return new Function("output", `return ${rendered(source)}`)(output);
}

test.each<[Constraint, string, string]>([
  [{ kind: "lines", op: "exactly", n: 2 }, "one\n\ntwo", "one"],
  [{ kind: "lines", op: "between", n: 2, max: 3 }, "one\ntwo\nthree", "one\n2\n3\n4"],
  [{ kind: "characters", op: "at-most", n: 3 }, " 👩‍👩‍👧ab ", "abcd"],
  [{ kind: "include", words: ["lake", "C++"], mode: "all" }, "The Lake in C++!", "Lakes in C++"],
  [{ kind: "include", words: ["a/b", "two words"], mode: "any" }, "two\nwords", "twowords"],
  [{ kind: "include", words: ["two words"], mode: "all", match: "anywhere" }, "(Two\r\nwordsy)", "twowords"],
  [{ kind: "exclude", words: ["very", "{{x"] }, "every", "Very"],
  [{ kind: "keyword", word: "sun", op: "at-least", n: 2 }, "sun, Sun", "sun sunny"],
  [{ kind: "one-of", options: ["yes", 'no "way"'], where: "whole" }, ' no "way"\n', "no"],
  [{ kind: "regex", pattern: "ab+", where: "whole", capitals: "ignore" }, "ABB", "xab"],
  [{ kind: "no-comma" }, "none", "a、b"],
  [{ kind: "starts-with", text: "Yes" }, "\nYes, it is.", "Yesterday"],
  [{ kind: "starts-with", text: "file://{% x %}", not: true }, "file", " file://{% x %}"],
  [{ kind: "ends-with", text: "art" }, "some art\n", "my heart"],
  [{ kind: "one-of", options: ["yes"], where: "whole" }, "yes\n", "yes."],
  [{ kind: "exclude", words: ["naïve"] }, "naive", "so nai\u0308ve"],
  [{ kind: "exclude", words: ["希望"] }, "光です。", "それは希望です。"],
  [{ kind: "exclude", words: ["ราคา"] }, "ถูก", "ดูราคานี้"],
  [{ kind: "exclude", words: ["가격"] }, "값이", "가격이"],
  [{ kind: "keyword", word: "希望", op: "exactly", n: 2 }, "希望と希望", "希望"],
  [{ kind: "keyword", word: "sun", op: "exactly", n: 0, not: true }, "sun", "moon"],
  [{ kind: "regex", pattern: "^.$" }, "😀", "ab"],
  [{ kind: "regex", pattern: "\\x{41}\\s\\-" }, "A\n-", "A\u00a0-"],
  [{ kind: "regex", pattern: "[^a]", not: true }, "aa", "ab"],
  [{ kind: "regex", pattern: "^\\p{Thai}+$" }, "ราคา", "price"],
])("[EX6] what promptfoo has no assertion for is a rule it runs: %j", (constraint, kept, broken) => {
  // A variable of ours in a check is filled in, so it has to stay a text here.
  const [assertion] = configOf(pair({ checks: [{ id: "one", constraint }] })).defaultTest?.assert ?? [];
  expect(assertion?.type).toBe("javascript");
  expect(String(assertion?.value)).not.toContain("\n");
  expect(runScript(assertion?.value, kept)).toBe(true);
  expect(runScript(assertion?.value, broken)).toBe(false);
});

test.each([
  ["a class of its own words", "^[^[:digit:]]+$"],
  ["a flag", "(?i)sun"],
  ["a quotation", "\\Qa.b\\E"],
  ["the ends of the text by other names", "\\Aone\\z"],
  ["a class that JavaScript lacks", "[\\S]"],
  ["a script that nobody has", "\\p{Klingon}"],
  ["what would take for ever on some answers", "^(a+)+$"],
  ["the same, deeper", "^((?:ab*)c)*$"],
])("[EX6] [EX7] a pattern that JavaScript may read differently is left out and said: %s", (_, pattern) => {
  const comparison = pair({ checks: [{ id: "one", constraint: { kind: "regex", pattern } }] });
  expect(configOf(comparison).defaultTest).toBeUndefined();
  expect(textOf(comparison)).toMatch(/^# The check .* was left out: promptfoo has no assertion for it\.$/m);
});

/** What promptfoo's own assertions say of a text, as its source has them; null for those that count in another way. */
function runAssertion({ type, value }: { type: string; value?: unknown }, output: string): unknown {
  const texts = (Array.isArray(value) ? value : [value]).map((each) => rendered(each).toLowerCase());
  switch (type) {
    case "javascript":
      return runScript(value, output);
    case "icontains":
    case "icontains-all":
      return texts.every((each) => output.toLowerCase().includes(each));
    case "icontains-any":
      return texts.some((each) => output.toLowerCase().includes(each));
    case "regex":
      return new RegExp(rendered(value)).test(output);
    default:
      return null;
  }
}

test("[EX6] on the texts of every kind's own table, what goes out says what the check says", () => {
  const compared = new Map<string, number>();
  for (const [kind, cases] of Object.entries(KIND_CASES)) {
    for (const [title, promise, text, strict] of cases) {
      if (strict === "undecided") continue;
      const constraint = constraintSchema.parse({ kind, ...promise });
      const assertion = assertionOf(constraint, (each) => each);
      const said = assertion === null ? null : runAssertion(assertion, text);
      if (said === null) continue;
      expect.soft({ kind, title, said }).toEqual({ kind, title, said: strict === "pass" });
      compared.set(kind, (compared.get(kind) ?? 0) + 1);
    }
  }
  expect([...compared.keys()].sort()).toEqual(
    "characters ends-with exclude include keyword lines no-comma one-of regex starts-with".split(" "),
  );
  expect(Math.min(...compared.values())).toBeGreaterThan(5);
});

test("[EX6] on random texts and promises a rule in JavaScript says what the check says", () => {
  const sides = [
    "a",
    "art",
    "İ",
    "ς",
    "ſ",
    "\u0301",
    "e\u0301",
    "é",
    "光",
    "が",
    "ท",
    "가",
    "𠮷",
    "🌅",
    "_",
    "-",
    "\u2011",
    " ",
    "\u00a0",
    "\r\n",
    "\n",
    "\u2028",
    ".",
    ",",
    "(",
    "Σ",
    "9",
  ];
  const some = (max: number) =>
    fc.array(fc.constantFrom(...sides), { maxLength: max }).map((each) => each.join(""));
  const promise = fc.oneof(
    fc.record({ kind: fc.constantFrom("starts-with", "ends-with"), text: some(3), not: fc.boolean() }),
    fc.record({
      kind: fc.constant("include"),
      words: fc.array(some(2), { maxLength: 3 }),
      mode: fc.constantFrom("all", "any"),
    }),
    fc.record({ kind: fc.constant("exclude"), words: fc.array(some(2), { maxLength: 3 }) }),
    fc.record({
      kind: fc.constant("keyword"),
      word: some(2),
      op: fc.constantFrom("exactly", "at-least", "at-most"),
      n: fc.nat(3),
      match: fc.constantFrom("word", "anywhere"),
      not: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant("one-of"),
      options: fc.array(some(2), { maxLength: 3 }),
      not: fc.boolean(),
    }),
    fc.record({
      kind: fc.constantFrom("lines", "characters"),
      op: fc.constantFrom("exactly", "at-least", "at-most"),
      n: fc.nat(5),
      not: fc.boolean(),
    }),
  );
  let compared = 0;
  fc.assert(
    fc.property(promise, some(8), (fields, text) => {
      const constraint = constraintSchema.parse(fields);
      const assertion = assertionOf(constraint, (each) => each);
      if (assertion?.type !== "javascript") return;
      compared += 1;
      expect(runScript(assertion.value, text)).toBe(hold({ id: "x", constraint }, text).result === "pass");
    }),
    { numRuns: 5_000, examples: [[{ kind: "exclude", words: ["\u0301"] }, "\n\u0301"]] },
  );
  expect(compared).toBeGreaterThan(3_000);
}, 60_000);

test("[EX6] a pattern that goes out says on random texts what it says here", () => {
  const piece = fc.constantFrom(
    ..."a . \\s \\S \\w \\W \\d \\D \\b ^ $ [a-z] [^a] [\\s\\d] [\\W] [^\\s] \\p{L} \\pN \\P{Greek} \\x41 \\x{1F305} \\- \\_ ] } { (a|é) (?:.b)".split(
      " ",
    ),
  );
  const pattern = fc
    .array(fc.tuple(piece, fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,}", "*?", "|")), {
      minLength: 1,
      maxLength: 4,
    })
    .map((pieces) => pieces.flat().join(""));
  const signs = fc.constantFrom(..."aAbé 9_-]{}🌅Σσ\u00a0\n\r\t\v\u2028\u0301ſK");
  let compared = 0;
  fc.assert(
    fc.property(
      pattern,
      fc.constantFrom("anywhere", "whole"),
      fc.array(signs, { maxLength: 6 }).map((each) => each.join("")),
      (source, where, text) => {
        const constraint = constraintSchema.parse({ kind: "regex", pattern: source, where });
        const { result } = hold({ id: "x", constraint }, text);
        const assertion = assertionOf(constraint, (each) => each);
        if (assertion === null || result === "undecided") return;
        compared += 1;
        expect([source, text, runAssertion(assertion, text)]).toEqual([source, text, result === "pass"]);
      },
    ),
    {
      numRuns: 5_000,
      examples: [
        ["a", "anywhere", "a\u0301"],
        ["\\w", "anywhere", "a\u0301"],
      ],
    },
  );
  expect(compared).toBeGreaterThan(2_000);
}, 60_000);

test("[EX6] JSON goes out as an object or an array, its schema in its own place", () => {
  const schemaOf = (constraint: object) =>
    assertionOf(constraintSchema.parse({ kind: "json", ...constraint }), (each) => each)?.value;
  expect(schemaOf({})).toEqual({ type: ["object", "array"] });
  expect(schemaOf({ keys: ["a"] })).toEqual({ type: "object", required: ["a"] });
  expect(schemaOf({ keys: ["a"], schema: '{"type":["object","null"],"required":["b"]}' })).toEqual({
    type: "object",
    required: ["b", "a"],
  });
  expect(schemaOf({ schema: '{"type":"string"}' })).toBeUndefined();
  expect(schemaOf({ keys: ["a"], schema: '{"$ref":"#/$defs/x","$defs":{"x":{}}}' })).toBe(
    '{"$ref":"#/$defs/x","$defs":{"x":{}},"type":"object","required":["a"]}',
  );
});

test("[EX6] a check with a variable stands with each case, filled in", () => {
  const config = configOf(
    pair({
      cases: [
        { id: "a", values: { name: "Ann" } },
        { id: "b", values: { name: "Bo" } },
      ],
      checks: [{ id: "one", constraint: { kind: "starts-with", text: "Dear {{name}}" } }],
    }),
  );
  expect(config.tests?.map(({ assert }) => assert?.map(({ value: text }) => text))).toEqual([
    [expect.stringContaining('"Dear Ann"')],
    [expect.stringContaining('"Dear Bo"')],
  ]);
});

test("[EX7] what is left out is said, to the person and in the file", () => {
  const comparison = pair({
    cases: [
      { id: "a", values: { name: "file:///etc/passwd" } },
      { id: "b", values: { name: "{{ env.OPENAI_API_KEY }}" } },
      { id: "c", values: { name: "Ann" } },
    ],
    checks: [
      { id: "one", constraint: { kind: "other", text: "Use one\nmetaphor." } },
      { id: "two", constraint: { kind: "reading-level", op: "at-most", n: 6 } },
      { id: "three", constraint: { kind: "no-comma" } },
    ],
    settings: { off: ["three"] },
  });
  const file = promptfoo.kind === "text" ? promptfoo.write(freeze(comparison, null)) : null;
  expect(file?.leftOut).toEqual([
    expect.stringContaining("The demo is no model"),
    "Checks that are switched off were left out: 1.",
    "The check “Use one…” was left out: people or a judge decide it.",
    expect.stringMatching(/was left out: promptfoo has no assertion for it\.$/),
    "Cases were left out because promptfoo would take a value for a template or a file: 2.",
  ]);
  const comments = file?.text.split("\n").filter((line) => line.startsWith("# ")) ?? [];
  expect(comments).toHaveLength(1 + (file?.leftOut.length ?? 0));
  expect(configOf(comparison).tests?.map(({ vars }) => vars)).toEqual([{ name: "Ann" }]);
});

test("[EX6] no text of ours reaches promptfoo's language as code, its environment or its files", () => {
  const hostile = "{{ env.OPENAI_API_KEY }} {% raw %}{{name}}{# x #} {{{x}}} {{name}}} {";
  const [raw = ""] = configOf(
    restore({
      variants: [{ prompt: hostile }, { prompt: "file://x.txt" }],
      cases: [{ values: { name: "Ann" } }],
    }),
  ).prompts.map((prompt) => JSON.parse(prompt.raw)[0].content as string);
  const rest = raw.replaceAll("{{ '{' }}", "").replaceAll("{{ name }}", "").replaceAll("{{ x }}", "");
  expect(rest).not.toMatch(/\{[{%#]/);
  expect(raw.match(/\{\{(?:[^}]|\}(?!\}))*\}\}/g)?.filter((each) => each.includes("env."))).toEqual([]);
});

test("[EX6] no title, name or setting of ours does either, and names come back as they were", () => {
  const hostile = "{{ env.OPENAI_API_KEY }}{% raw %}{#{";
  const sides = [
    {
      label: "file://x {{ env.A }}",
      model: MODELS[1],
      stop: ["{{ env.OPENAI_API_KEY }}", "file://y", "END"],
    },
    { label: hostile, model: { provider: "anthropic", model: `m${hostile}` }, stop: ["{% x %}"] },
  ].map(({ label, model, stop }) => ({ label, prompt: "x", model, params: { maxTokens: 5, stop } }));
  const comparison = pair({
    title: hostile,
    variants: sides,
    checks: [{ id: "one", label: hostile, constraint: { kind: "json" } }],
  });
  const { description, prompts, providers } = configOf(comparison);
  const texts = [
    description,
    ...prompts.map(({ label }) => label),
    ...providers.flatMap(({ id, label, prompts: taken }) => [id, label, ...(taken ?? [])]),
  ];
  for (const text of texts) {
    expect(text).toBeTypeOf("string");
    expect(text).not.toMatch(/^(?:file|package):/);
    expect(String(text).replaceAll(/\{\{ '[{f]' \}\}/g, "")).not.toMatch(/\{[{%#]|\{$/);
  }
  expect(JSON.stringify(providers.map(({ config }) => config))).not.toMatch(/\{[{%#](?!")|file:/);
  expect(providers.map(({ config }) => JSON.stringify(config))).toEqual([
    expect.stringContaining('"stop":["END"]'),
    expect.not.stringContaining("stop"),
  ]);
  const file = promptfoo.kind === "text" ? promptfoo.write(freeze(comparison, null)) : null;
  expect(file?.leftOut.filter((sentence) => sentence.startsWith("Stop sequences"))).toHaveLength(1);

  const { comparison: again } = back(textOf(comparison));
  expect(again.title).toBe(hostile);
  expect(again.variants.map(({ label, model }) => ({ label, model }))).toEqual(
    sides.map(({ label, model }) => ({ label, model })),
  );
  expect(again.checks.map(({ label }) => label)).toEqual([hostile]);
});

test("[EX6] each model is named with what a run would send; keys and addresses come from the environment", () => {
  const params = { maxTokens: 50, temperature: 0.5, seed: 1, reasoningEffort: "low" };
  const providers = MODELS.map(
    (model) =>
      configOf(
        pair({
          variants: [
            { prompt: "x", model, params },
            { prompt: "y", model, params },
          ],
        }),
      ).providers,
  );
  expect(providers.map(([provider]) => provider)).toEqual([
    { id: "echo" },
    {
      id: "openai:chat:gpt-4.1-mini",
      config: { omitDefaults: true, passthrough: { max_completion_tokens: 50, temperature: 0.5, seed: 1 } },
    },
    {
      id: "openai:chat:gpt-6-sol",
      config: {
        omitDefaults: true,
        passthrough: { max_completion_tokens: 50, seed: 1, reasoning_effort: "low" },
      },
    },
    { id: "anthropic:messages:claude-haiku-4-5", config: { max_tokens: 50, temperature: 0.5 } },
    { id: "anthropic:messages:claude-opus-5-5", config: { max_tokens: 50, effort: "low" } },
    {
      id: "openai:chat:openai/gpt-oss-20b",
      config: {
        omitDefaults: true,
        apiBaseUrl: "https://api.groq.com/openai/v1",
        apiKeyEnvar: "GROQ_API_KEY",
        passthrough: { max_completion_tokens: 50, temperature: 0.5, seed: 1, reasoning_effort: "low" },
      },
    },
    {
      id: "openai:chat:llama3.2:3b",
      config: {
        omitDefaults: true,
        apiBaseUrl: "http://127.0.0.1:11434/v1",
        apiKeyRequired: false,
        passthrough: { max_tokens: 50, temperature: 0.5, seed: 1 },
      },
    },
    {
      id: "openai:chat:my deployment's",
      config: {
        omitDefaults: true,
        apiBaseUrl: "{{ env.AZURE_BASE_URL }}",
        apiKeyEnvar: "AZURE_API_KEY",
        passthrough: { max_completion_tokens: 50, temperature: 0.5, seed: 1 },
      },
    },
  ]);
});

test("[EX6] two models are two providers, each with its own prompt", () => {
  const { providers, prompts } = configOf(
    pair({
      variants: [
        { label: "Before", prompt: "x", model: MODELS[1] },
        { label: "Before", prompt: "y", model: MODELS[3] },
      ],
    }),
  );
  expect(prompts.map(({ label }) => label)).toEqual(["Before", "Before (2)"]);
  expect(providers.map(({ prompts: taken }) => taken)).toEqual([["Before"], ["Before (2)"]]);
  const again = back(
    textOf(
      pair({
        variants: [
          { prompt: "x", model: MODELS[1] },
          { prompt: "y", model: MODELS[3] },
        ],
      }),
    ),
  );
  expect(again.comparison.variants.map(({ model }) => model)).toEqual([MODELS[1], MODELS[3]]);
});
