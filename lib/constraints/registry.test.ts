import { expect, test } from "vitest";
import {
  CONSTRAINT_KINDS,
  type Constraint,
  chipOf,
  constraintKind,
  constraintSchema,
  findingOf,
  phraseOf,
} from "./registry.ts";

test.each<[unknown, string, string]>([
  [{ kind: "lines", op: "exactly", n: 4 }, "exactly 4 lines", "Write exactly 4 lines."],
  [{ kind: "lines", op: "exactly", n: 1 }, "exactly 1 line", "Write exactly 1 line."],
  [
    { kind: "lines", op: "exactly", n: 4, not: true },
    "not: exactly 4 lines",
    "Do not write exactly 4 lines.",
  ],
  [{ kind: "lines", op: "at-least", n: 0 }, "at least 0 lines", "Write at least 0 lines."],
  [{ kind: "words", op: "at-most", n: 100 }, "at most 100 words", "Write at most 100 words."],
  [
    { kind: "words", op: "between", n: 90, max: 60 },
    "between 60 and 90 words",
    "Write between 60 and 90 words.",
  ],
  [{ kind: "words", op: "between", n: 5 }, "exactly 5 words", "Write exactly 5 words."],
  [{ kind: "sentences", op: "at-least", n: 1 }, "at least 1 sentence", "Write at least 1 sentence."],
  [{ kind: "bullets", op: "at-most", n: 0 }, "no bullet points", "Use no bullet points."],
  [{ kind: "bullets", op: "exactly", n: 1 }, "exactly 1 bullet point", "Use exactly 1 bullet point."],
  [
    { kind: "bullets", op: "exactly", n: 3, marker: "-" },
    "exactly 3 bullet points marked with “-”",
    "Use exactly 3 bullet points marked with “-”.",
  ],
  [
    { kind: "bullets", op: "exactly", n: 3, marker: "1." },
    "exactly 3 numbered points",
    "Use exactly 3 numbered points.",
  ],
  [
    { kind: "starts-with", text: "Dear Ann," },
    "starts with “Dear Ann,”",
    "Start with exactly this line: “Dear Ann,”",
  ],
  [
    { kind: "starts-with", text: "Sure", not: true },
    "not: starts with “Sure”",
    "Do not start with exactly this line: “Sure”",
  ],
  [{ kind: "starts-with", text: "a\nb" }, "starts with “a…”", "Start with exactly these lines: “a\nb”"],
  [{ kind: "starts-with", text: " " }, "starts with “”", ""],
  [{ kind: "ends-with", text: "Amen." }, "ends with “Amen.”", "End with exactly these words: “Amen.”"],
  [{ kind: "include", words: ["sun"] }, "includes “sun”", "Include the word “sun”."],
  [
    { kind: "include", words: ["sun", "calm lake"], mode: "all" },
    "includes “sun” and “calm lake”",
    "Include the phrases “sun” and “calm lake”.",
  ],
  [
    { kind: "include", words: ["a", "b", "c"], mode: "any" },
    "includes “a”, “b” or “c”",
    "Include at least one of the words “a”, “b” or “c”.",
  ],
  [{ kind: "exclude", words: ["very"] }, "without “very”", "Do not use the word “very”."],
  [
    { kind: "exclude", words: ["very", "so"] },
    "without “very” or “so”",
    "Do not use any of the words “very” or “so”.",
  ],
  [{ kind: "exclude", words: [] }, "without", ""],
  [{ kind: "no-markdown" }, "no Markdown", "Write plain text without Markdown."],
  [{ kind: "no-markdown", what: "title" }, "no title", "Do not add a title."],
  [{ kind: "json" }, "valid JSON", "Answer with valid JSON only."],
  [
    { kind: "json", keys: ["name", "price"] },
    "JSON with “name” and “price”",
    "Answer with one valid JSON object only, with the keys “name” and “price”.",
  ],
  [{ kind: "language", code: "fr" }, "in French", "Write in French."],
  [{ kind: "language", code: "en", not: true }, "not: in English", "Do not write in English."],
  [{ kind: "other", text: "Use one metaphor" }, "Use one metaphor", "Use one metaphor."],
  [{ kind: "other", text: "Really?" }, "Really?", "Really?"],
])("%j reads well", (input, chip, phrase) => {
  const constraint = constraintSchema.parse(input);
  expect(chipOf(constraint)).toBe(chip);
  expect(phraseOf(constraint)).toBe(phrase);
});

test.each<unknown>([
  { kind: "rhyme" },
  { kind: "lines", op: "exactly", n: 4, constructor: 1 },
  { kind: "lines", op: "exactly", n: -1 },
  { kind: "lines", op: "exactly", n: 1.5 },
  { kind: "exclude", words: ["a"], not: true },
  { kind: "json", schema: {} },
  { op: "exactly", n: 4 },
  null,
])("%j is refused", (input) => {
  expect(constraintSchema.safeParse(input).success).toBe(false);
});

test("every kind is listed under its own name, with a valid draft and fields that its schema has", () => {
  for (const [name, kind] of Object.entries(CONSTRAINT_KINDS)) {
    const draft = constraintSchema.parse(kind.draft);
    expect(draft).toEqual(kind.draft);
    expect(draft.kind).toBe(name);
    expect(kind.kind).toBe(name);
    expect(Object.keys(kind.schema.shape)).toEqual(
      expect.arrayContaining(kind.fields.map((field) => field.name)),
    );
    expect("not" in kind.schema.shape).toBe(kind.negatable);
    expect(phraseOf(draft)).toMatch(/^$|^[A-Z].*\.$/);
  }
});

test("a constraint finds its kind", () => {
  const constraint: Constraint = { kind: "words", op: "exactly", n: 2 };
  expect(constraintKind(constraint).label).toBe("Words");
  expect(findingOf(constraint, "one two", "strict").result).toBe("pass");
});
