import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { constraintSchema } from "#lib/constraints/registry.ts";
import { partsPromptSchema } from "#lib/prompt/schema.ts";
import { restore } from "./restore.ts";
import { type Comparison, comparisonSchema } from "./schema.ts";

const model = { provider: "openai", model: "gpt-x" };
const parts = (fields: object) => ({ kind: "parts", ...fields });
const withPrompt = (prompt: unknown) =>
  restore({ variants: [{ id: "a", prompt, model }] }).variants[0]?.prompt;
const withConstraint = (constraint: unknown) => {
  const prompt = withPrompt(parts({ constraints: [constraint] }));
  return prompt?.kind === "parts" ? prompt.constraints : undefined;
};

test.each([undefined, null, 0, "", "text", [], {}, [[]], { variants: null }, { variants: [null, 5, []] }])(
  "%j becomes the empty pair",
  (input) => {
    expect(restore(input)).toEqual({
      version: 1,
      title: "",
      note: "",
      variants: [
        {
          id: "before",
          prompt: { kind: "text", text: "" },
          model: { provider: "demo", model: "demo" },
          params: {},
        },
        {
          id: "after",
          prompt: partsPromptSchema.parse({ kind: "parts" }),
          model: { provider: "demo", model: "demo" },
          params: {},
        },
      ],
      cases: [],
      checks: [],
      settings: { samples: 1 },
    });
  },
);

test("a missing side is filled up, with the model of the one that is there", () => {
  const [first, second] = restore({ variants: [{ id: "x", prompt: "Hi", model }] }).variants;
  expect(first).toEqual({ id: "x", prompt: { kind: "text", text: "Hi" }, model, params: {} });
  expect(second).toMatchObject({ id: "after", model });
  const lone = restore({ variants: [{ id: "after", prompt: "Hi", model }] }).variants;
  expect(lone.map(({ id, prompt }) => [id, prompt.kind])).toEqual([
    ["before", "text"],
    ["after", "text"],
  ]);
});

test("unknown fields go, bad ones fall back one by one", () => {
  const restored = restore({
    version: 99,
    title: ["My", "pair"],
    apiKey: "secret",
    settings: { samples: 99, colour: "red" },
    variants: [
      {
        id: "a b/c",
        label: 7,
        prompt: "x",
        model: "gpt",
        params: { temperature: 9, maxTokens: 50, baseUrl: "y" },
      },
      { id: "a b/c", prompt: "y", model: { provider: "openai" } },
    ],
    cases: [{ values: { name: "Ann", age: 7 } }, { city: "Oslo" }, null, "x"],
  });
  expect(restored).toMatchObject({ version: 1, title: "My\npair", settings: { samples: 20 } });
  expect(restored.variants).toEqual([
    {
      id: "a-b-c",
      label: "7",
      prompt: { kind: "text", text: "x" },
      model: { provider: "demo", model: "demo" },
      params: { maxTokens: 50 },
    },
    {
      id: "a-b-c-2",
      prompt: { kind: "text", text: "y" },
      model: { provider: "demo", model: "demo" },
      params: {},
    },
  ]);
  expect(restored.cases).toEqual([
    { id: "1", values: { name: "Ann", age: "7" } },
    { id: "2", values: { city: "Oslo" } },
  ]);
  expect(JSON.stringify(restored)).not.toContain("secret");
});

test.each([
  ["bare text", "Hi", { kind: "text", text: "Hi" }],
  [
    "text with a system message",
    { text: "Hi", system: "Be brief" },
    { kind: "text", text: "Hi", system: "Be brief" },
  ],
  ["unknown kind", { kind: "chat", text: "Hi" }, { kind: "text", text: "Hi" }],
  [
    "parts without a kind",
    { task: "Write", tone: "joyful" },
    { kind: "parts", task: "Write", tone: ["joyful"] },
  ],
  ["text that is really parts", { kind: "text", role: "a poet" }, { kind: "parts", role: "a poet" }],
  ["parts that also say text", parts({ text: "Hi", extra: "Yo" }), { kind: "parts", extra: "Yo\nHi" }],
  ["a list where text belongs", parts({ task: ["a", "b"] }), { kind: "parts", task: "a\nb" }],
  [
    "examples of bare text",
    parts({ examples: ["a", { input: 1 }] }),
    {
      examples: [
        { input: "a", output: "" },
        { input: "1", output: "" },
      ],
    },
  ],
])("prompt: %s", (_, input, expected) => {
  expect(withPrompt(input)).toMatchObject(expected);
});

test.each([
  ["known", { kind: "lines", op: "exactly", n: 4 }, { kind: "lines", op: "exactly", n: 4 }],
  ["known with more fields", { kind: "json", colour: { a: 1 } }, { kind: "json" }],
  ["unknown with a text", { kind: "haiku", text: "5-7-5" }, { kind: "other", text: "5-7-5" }],
  [
    "unknown with fields",
    { kind: "rhyme", scheme: "ABAB", n: 2 },
    { kind: "other", text: "rhyme: scheme ABAB, n 2" },
  ],
  [
    "known but broken",
    { kind: "lines", op: "around", n: 4 },
    { kind: "other", text: "lines: op around, n 4" },
  ],
  ["unknown without fields", { kind: "no-vowels" }, { kind: "other", text: "no-vowels" }],
  [
    "a not that the kind has no place for",
    { kind: "exclude", words: ["x"], not: true },
    { kind: "other", text: "exclude: words x, not" },
  ],
  ["bare text", "Rhyme.", { kind: "other", text: "Rhyme." }],
  ["a name from Object", { kind: "constructor", text: "x" }, { kind: "other", text: "x" }],
])("constraint: %s", (_, input, expected) => {
  expect(withConstraint(input)).toEqual([expected]);
});

test.each([null, {}, [], 5n, true, { kind: null }])(
  "constraint: nothing in it, nothing kept (%#)",
  (input) => {
    expect(withConstraint(input)).toEqual([]);
  },
);

test("checks: hand-written ones stay, with or without their wrapping", () => {
  const { checks } = restore({
    checks: [
      { id: "mine", hard: false, label: "L", constraint: { kind: "json" } },
      { kind: "words", op: "at-most", n: 5 },
      { id: "mine", constraint: { kind: "vibe", text: "warm" } },
      "Be kind",
      7,
      {},
    ],
  });
  expect(checks).toEqual([
    { id: "mine", hard: false, label: "L", constraint: { kind: "json" } },
    { id: "words", hard: true, constraint: { kind: "words", op: "at-most", n: 5 } },
    { id: "mine-2", hard: true, constraint: { kind: "other", text: "warm" } },
    { id: "other", hard: true, constraint: { kind: "other", text: "Be kind" } },
  ]);
});

test("[R19] hostile keys reach nothing", () => {
  const hostile = JSON.parse(
    '{"__proto__":{"polluted":1},"variants":[{"prompt":{"text":"x","__proto__":{"polluted":1}}}],"cases":[{"values":{"__proto__":"y","constructor":"z"}}]}',
  );
  const restored = restore(hostile);
  expect(Object.hasOwn({}, "polluted") || "polluted" in {}).toBe(false);
  expect(restored.cases).toEqual([{ id: "1", values: { constructor: "z" } }]);
});

test("the bundled poem comes back unchanged", () => {
  const poem = comparisonSchema.parse(
    JSON.parse(
      readFileSync(new URL("../../prompts/lessons/01-poem/comparison.json", import.meta.url), "utf8"),
    ),
  );
  expect(restore(poem)).toEqual(poem);
});

/** Values under the names that the document knows, right and wrong. */
const words = fc.string({ unit: "binary", maxLength: 12 });
const anything = fc.oneof(
  words,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 2 }),
);
const constraint = fc.oneof(
  anything,
  fc.record(
    {
      kind: fc.oneof(
        fc.constantFrom("lines", "words", "include", "json", "language", "rhyme", "__proto__"),
        anything,
      ),
      op: fc.oneof(fc.constantFrom("exactly", "between"), anything),
      n: fc.oneof(fc.nat(9), anything),
      words: fc.oneof(fc.array(words, { maxLength: 3 }), anything),
      code: fc.constantFrom("en", "xx"),
      text: words,
      not: anything,
    },
    { requiredKeys: [] },
  ),
);
const list = <T>(item: fc.Arbitrary<T>) =>
  fc.oneof(fc.array(fc.oneof(item, anything), { maxLength: 4 }), anything);
const prompt = fc.oneof(
  anything,
  fc.record(
    {
      kind: fc.oneof(fc.constantFrom("text", "parts"), anything),
      system: anything,
      text: anything,
      task: anything,
      tone: list(words),
      constraints: list(constraint),
      examples: list(fc.record({ input: words, output: anything })),
      steps: anything,
      extra: anything,
    },
    { requiredKeys: [] },
  ),
);
const document = fc.record(
  {
    version: anything,
    title: anything,
    note: anything,
    variants: list(
      fc.record(
        {
          id: anything,
          label: anything,
          prompt,
          model: fc.oneof(fc.constant(model), anything),
          params: anything,
        },
        { requiredKeys: [] },
      ),
    ),
    cases: list(
      fc.record(
        { id: anything, values: fc.oneof(fc.dictionary(words, anything), anything) },
        { requiredKeys: [] },
      ),
    ),
    checks: list(
      fc.record({ id: anything, label: anything, hard: anything, constraint }, { requiredKeys: [] }),
    ),
    settings: fc.oneof(fc.record({ samples: anything }), anything),
  },
  { requiredKeys: [] },
);

function expectValid(restored: Comparison): void {
  expect(comparisonSchema.parse(restored)).toEqual(restored);
  expect(restore(restored)).toEqual(restored);
  for (const items of [restored.variants, restored.cases, restored.checks]) {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  }
}

test("any JSON becomes a valid document, and a valid document stays as it is", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => expectValid(restore(value))),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(document, (value) => expectValid(restore(value))),
    { numRuns: 1_500 },
  );
});

test("things that are not even JSON are taken", () => {
  const cyclic: Record<string, unknown> = { text: "x" };
  cyclic.prompt = cyclic;
  cyclic.variants = [cyclic];
  expectValid(restore(cyclic));
  fc.assert(
    fc.property(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withTypedArray: true,
      }),
      (value) => {
        expectValid(restore(value));
        expectValid(restore({ variants: [value, { prompt: value }], checks: [value], settings: value }));
      },
    ),
    { numRuns: 500 },
  );
});

test("nothing typed is lost: every text of a prompt and of its constraints is still there", () => {
  const typed = fc.string({ unit: fc.constantFrom(..."abcdefghij"), minLength: 6, maxLength: 10 });
  const kinds = fc.constantFrom("lines", "words", "rhyme", "starts-with", "other", "metre");
  const shaped = fc.record({
    role: typed,
    task: typed,
    opening: typed,
    tone: fc.array(typed, { maxLength: 3 }),
    constraints: fc.array(fc.record({ kind: kinds, text: typed }), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(shaped, (fields) => {
      const kept = JSON.stringify(withPrompt(parts(fields)));
      const texts = [
        fields.role,
        fields.task,
        fields.opening,
        ...fields.tone,
        ...fields.constraints.map(({ text }) => text),
      ];
      for (const text of texts) expect(kept).toContain(text);
    }),
    { numRuns: 300 },
  );
});

test("texts of the greatest length and deep nesting are taken", () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5_000)}"x"${"}".repeat(5_000)}`);
  expectValid(
    restore({ title: "x".repeat(50_000), note: deep, variants: [{ prompt: deep }, deep], checks: [deep] }),
  );
  expect(constraintSchema.safeParse(deep).success).toBe(false);
});
