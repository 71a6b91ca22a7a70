import { expect, test } from "vitest";
import { constraintSchema, type KindName } from "#lib/constraints/registry.ts";
import { fromFlat, KIND_NAMES, kindLine } from "./constraint-fields.ts";
import { REPLY_SCHEMA } from "./reply-schema.ts";

const BLANK = { op: "exactly", n: 0, max: 0, words: [], text: "" };
type Flat = Partial<Omit<typeof BLANK, "words"> & { words: string[] }>;

/** What a model writes for each kind, and the constraint that it means. */
const WRITTEN: Record<KindName, readonly [Flat, Record<string, unknown>]> = {
  lines: [{ n: 4 }, { op: "exactly", n: 4 }],
  words: [
    { op: "between", n: 40, max: 60 },
    { op: "between", n: 40, max: 60 },
  ],
  sentences: [
    { op: "at-most", n: 3, max: 9 },
    { op: "at-most", n: 3 },
  ],
  characters: [
    { op: "at-most", n: 280 },
    { op: "at-most", n: 280 },
  ],
  paragraphs: [{ n: 2 }, { op: "exactly", n: 2 }],
  bullets: [
    { n: 3, text: "-" },
    { op: "exactly", n: 3, marker: "-" },
  ],
  "starts-with": [{ text: "Dear all" }, { text: "Dear all" }],
  "ends-with": [{ text: "Yours" }, { text: "Yours" }],
  "paragraph-start": [
    { n: 2, text: "However" },
    { paragraph: 2, word: "However" },
  ],
  include: [{ words: ["a", "b"] }, { words: ["a", "b"], mode: "all" }],
  exclude: [{ words: ["a"] }, { words: ["a"] }],
  keyword: [
    { op: "at-least", n: 2, text: "lake" },
    { word: "lake", op: "at-least", n: 2 },
  ],
  letter: [
    { op: "at-most", n: 2, text: "e" },
    { letter: "e", op: "at-most", n: 2 },
  ],
  "capital-words": [
    { op: "at-most", n: 1 },
    { op: "at-most", n: 1 },
  ],
  "one-of": [{ words: ["yes", "no"] }, { options: ["yes", "no"] }],
  number: [
    { n: 1, max: 10 },
    { min: 1, max: 10 },
  ],
  json: [{ words: ["name"] }, { keys: ["name"] }],
  regex: [{ text: "^\\d+$" }, { pattern: "^\\d+$" }],
  language: [{ text: "de" }, { code: "de" }],
  "reading-level": [
    { op: "at-most", n: 8 },
    { op: "at-most", n: 8 },
  ],
  case: [{ text: "lower" }, { case: "lower" }],
  quotes: [{}, {}],
  "no-comma": [{}, {}],
  "no-markdown": [{}, {}],
  title: [{}, {}],
  sections: [
    { n: 3, text: "Part" },
    { op: "exactly", n: 3, marker: "Part" },
  ],
  highlighted: [
    { op: "at-least", n: 2 },
    { op: "at-least", n: 2 },
  ],
  placeholders: [
    { op: "at-least", n: 2 },
    { op: "at-least", n: 2 },
  ],
  postscript: [{ text: "P.S." }, { marker: "P.S." }],
  "two-responses": [{ text: "***" }, { divider: "***" }],
  "repeat-prompt": [{ text: "Say it." }, { text: "Say it." }],
  other: [{ text: "Rhyme." }, { text: "Rhyme." }],
};

test.each(KIND_NAMES)("[IP6] %s is written in the five fields and comes back as it was meant", (kind) => {
  const [written, meant] = WRITTEN[kind];
  const read = constraintSchema.parse(fromFlat(kind, new Map(Object.entries({ ...BLANK, ...written }))));
  expect(read).toEqual({ kind, ...meant });
});

test("[IP6] a field under its own name counts, for a model that knows it", () => {
  const fields = new Map<string, unknown>([
    ["code", "fr"],
    ["text", ""],
  ]);
  expect(fromFlat("language", fields)).toEqual({ kind: "language", code: "fr" });
});

test("[IP6] every kind is named in the schema, and a line says what it reads", () => {
  const schema = JSON.stringify(REPLY_SCHEMA.schema);
  for (const kind of KIND_NAMES) expect(schema).toContain(`"${kind}"`);
  expect(kindLine("words")).toBe("words (Words): op, n, max");
  expect(kindLine("language")).toBe("language (Language): text = a two-letter code such as en");
  expect(kindLine("no-comma")).toMatch(/: no fields$/);
});
