import { expect, test } from "vitest";
import { partsPromptSchema } from "#lib/prompt/schema.ts";
import { allChecks, deriveChecks } from "./derive.ts";
import { type Check, checkSchema, slugSchema, type Variant, variantSchema } from "./schema.ts";

const model = { provider: "demo", model: "demo" };
const before = variantSchema.parse({ id: "before", prompt: { kind: "text", text: "A poem." }, model });
const after = (parts: object): Variant =>
  variantSchema.parse({ id: "after", prompt: partsPromptSchema.parse({ kind: "parts", ...parts }), model });

const poem = after({
  task: "Write a poem about the sunrise.",
  tone: ["joyful", " ", "healing"],
  constraints: [
    { kind: "lines", op: "exactly", n: 4 },
    { kind: "other", text: "Focus on the light" },
  ],
  opening: " A golden light first kisses the water. ",
  closing: "the feeling of hope",
});

test("the poem's contract follows from its parts", () => {
  expect(deriveChecks([before, poem])).toEqual([
    {
      id: "opening",
      label: "starts with “A golden light first kisses the water.”",
      hard: true,
      constraint: { kind: "starts-with", text: "A golden light first kisses the water." },
      source: { variant: "after", part: "opening", index: 0 },
    },
    {
      id: "lines",
      label: "exactly 4 lines",
      hard: true,
      constraint: { kind: "lines", op: "exactly", n: 4 },
      source: { variant: "after", part: "constraints", index: 0 },
    },
    {
      id: "other",
      label: "Focus on the light",
      hard: false,
      constraint: { kind: "other", text: "Focus on the light" },
      source: { variant: "after", part: "constraints", index: 1 },
    },
    {
      id: "closing",
      label: "ends with: the feeling of hope",
      hard: false,
      constraint: { kind: "other", text: "ends with: the feeling of hope" },
      source: { variant: "after", part: "closing", index: 0 },
    },
    {
      id: "tone",
      label: "tone: joyful, healing",
      hard: false,
      constraint: { kind: "other", text: "tone: joyful, healing" },
      source: { variant: "after", part: "tone", index: 0 },
    },
  ]);
});

test("the second variant makes the contract, the first only when it is alone", () => {
  expect(deriveChecks([poem, { ...before, id: "b" }])).toEqual([]);
  expect(deriveChecks([poem])).toHaveLength(5);
  expect(deriveChecks([before, after({}), { ...poem, id: "third" }])).toEqual([]);
  expect(deriveChecks([])).toEqual([]);
});

test("what is still empty promises nothing, what is said twice counts once", () => {
  const constraints = [
    { kind: "starts-with", text: " " },
    { kind: "include", words: [] },
    { kind: "starts-with", text: "Dear" },
    { kind: "words", op: "at-most", n: 9 },
    { kind: "words", op: "at-least", n: 5 },
  ];
  const checks = deriveChecks([before, after({ opening: "Dear", closing: " ", constraints })]);
  expect(checks.map(({ id, source }) => [id, source.index])).toEqual([
    ["opening", 0],
    ["words", 3],
    ["words-2", 4],
  ]);
});

test("ids are slugs, each once, and give way to those that a person chose", () => {
  const own: Check[] = [
    checkSchema.parse({ id: "lines", constraint: { kind: "json" } }),
    checkSchema.parse({ id: "tone-2", constraint: { kind: "json" } }),
  ];
  const ids = allChecks({ variants: [before, poem], checks: own }).map(({ id }) => id);
  expect(ids).toEqual(["opening", "lines-2", "other", "closing", "tone", "lines", "tone-2"]);
  for (const id of ids) expect(slugSchema.safeParse(id).success).toBe(true);
});

test("a check by hand that says what the prompt promises is that promise, under its own name", () => {
  const constraint = { kind: "lines", op: "exactly", n: 4 } as const;
  const check: Check = { id: "own-lines", label: "a quatrain", hard: true, constraint };
  const rows = (checks: Check[], off: string[] = []) =>
    allChecks({ variants: [before, poem], checks, settings: { off } });
  expect(rows([check]).map(({ id, label }) => [id, label])).toContainEqual(["own-lines", "a quatrain"]);
  expect(rows([check])).toHaveLength(rows([]).length);
  expect(rows([check]).find(({ id }) => id === "own-lines")).toMatchObject({
    source: { part: "constraints", index: 0 },
  });
  // Switched off it is off as a whole; what decides otherwise is another check.
  expect(rows([check], ["own-lines"]).filter((each) => each.constraint.kind === "lines")).toMatchObject([
    { id: "own-lines", off: true },
  ]);
  expect(rows([{ ...check, hard: false }])).toHaveLength(rows([]).length + 1);
});

test.each([
  ["a question", true],
  ["one question that the child can answer by watching the plant", true],
  ["a short question to the reader", true],
  ["a question mark", false],
  ["the feeling of hope", false],
  ["an answer to the question", false],
])("a closing that asks for a question can be told by its sign: %s", (closing, told) => {
  const checks = deriveChecks([before, after({ task: "Write.", closing })]);
  expect(checks.map(({ hard, label }) => [hard, label])).toEqual([
    ...(told ? [[true, "ends with “?”"]] : []),
    [false, `ends with: ${closing}`],
  ]);
});

test("in a language that may have another sign for a question no rule tells it", () => {
  const constraints = [{ kind: "language", code: "ja" }];
  const checks = deriveChecks([before, after({ task: "Write.", closing: "a question", constraints })]);
  expect(checks.filter(({ source }) => source.part === "closing")).toHaveLength(1);
});
