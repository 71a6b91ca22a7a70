import fc from "fast-check";
import { expect, test } from "vitest";
import { type Constraint, phraseOf } from "#lib/constraints/registry.ts";
import { asText } from "./as-text.ts";
import cases from "./recognise.cases.json" with { type: "json" };
import { recognise } from "./recognise.ts";
import { EMPTY_PARTS, type PartsPrompt } from "./schema.ts";

const parts = (some: Partial<PartsPrompt>): PartsPrompt => ({ ...EMPTY_PARTS, ...some });

test("[PC21] parts read as one text, variables left open", () => {
  expect(asText(parts({ role: "a poet", task: "Write about {{x}}.", roleAsSystem: true }))).toBe(
    "You are a poet.\n\nWrite about {{x}}.",
  );
  expect(asText({ kind: "text", system: "Be brief.", text: "Hello" })).toBe("Be brief.\n\nHello");
});

const CONSTRAINTS: Constraint[] = [
  { kind: "lines", op: "exactly", n: 4 },
  { kind: "words", op: "between", n: 60, max: 90 },
  { kind: "words", op: "at-most", n: 1200 },
  { kind: "sentences", op: "at-least", n: 1 },
  { kind: "bullets", op: "exactly", n: 3 },
  { kind: "ends-with", text: "Thank you." },
  { kind: "include", words: ["refund", "48 hours"], mode: "all" },
  { kind: "include", words: ["lake", "water"], mode: "any" },
  { kind: "include", words: ["lake"], mode: "all" },
  { kind: "exclude", words: ["chlorophyll", "glucose", "ATP"] },
  { kind: "no-markdown" },
  { kind: "no-markdown", what: "title" },
  { kind: "json" },
  { kind: "json", keys: ["name", "price_eur"] },
  { kind: "language", code: "es" },
];

test.each(CONSTRAINTS.map((constraint) => [phraseOf(constraint), constraint] as const))(
  "[PC21] %j is read back as the constraint that says it",
  (_, constraint) => {
    const prompt = parts({ task: "Write about the sea.", constraints: [constraint] });
    expect(recognise(asText(prompt)).prompt).toEqual(prompt);
  },
);

const word = fc.constantFrom("sea", "tea", "owls", "rain", "chess");
const usual: fc.Arbitrary<PartsPrompt> = fc.record({
  kind: fc.constant("parts" as const),
  role: fc.constantFrom(
    "",
    "an expert nature poet",
    "a recruiter who reads 200 CVs a week",
    "the shop assistant",
  ),
  task: word.map((topic) => `Write about ${topic}.\nSay what you see.`),
  audience: fc.constantFrom("", "beginners", "a ten-year-old who is looking at a plant"),
  tone: fc.uniqueArray(fc.constantFrom("joyful", "healing", "warm", "matter-of-fact"), { maxLength: 4 }),
  constraints: fc.uniqueArray(
    fc.oneof(
      fc.constantFrom<Constraint>(...CONSTRAINTS, { kind: "starts-with", text: "Dear" }),
      word.map((topic): Constraint => ({ kind: "other", text: `Say why ${topic} matters.` })),
    ),
    { minLength: 2, maxLength: 5, selector: (constraint) => JSON.stringify(constraint) },
  ),
  opening: fc.constantFrom("", "A golden light first kisses the water.", "Hi there! How are you?"),
  closing: fc.constantFrom("", "the feeling of hope", "by asking a question", "one question"),
  format: fc.constantFrom("", "a table with two columns", "Return only the poem, with no notes"),
  examples: fc.array(fc.record({ input: word, output: fc.constantFrom("yes", "two\n\nlines") }), {
    maxLength: 3,
  }),
  steps: fc.boolean(),
  documents: fc.constant(false),
  extra: fc.constantFrom("", "Focus on the light.", "Notes:\n\n- one\n- two"),
  roleAsSystem: fc.constant(false),
});

test("[PC21] usual parts come back from their own text", () => {
  fc.assert(
    fc.property(usual, (prompt) => {
      expect(recognise(asText(prompt)).prompt).toEqual(prompt);
    }),
    { numRuns: 500 },
  );
});

test.each(cases.map(({ text }) => [text]))(
  "[PC21] recognised once, it reads the same for ever: %j",
  (text) => {
    const once = asText(recognise(text).prompt);
    expect(asText(recognise(once).prompt)).toBe(once);
  },
);
