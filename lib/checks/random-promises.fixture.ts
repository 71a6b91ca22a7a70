import fc from "fast-check";
import { LANGUAGES } from "#lib/constraints/language/names.ts";
import type { KindName } from "#lib/constraints/registry.ts";
import { randomText } from "./random-texts.fixture.ts";

const short = (maxLength: number) => randomText.map((text) => text.slice(0, maxLength));
const words = fc.array(short(20), { maxLength: 4 });
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const amount = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 100_000 }));
const count = {
  op: fc.constantFrom("exactly", "at-least", "at-most", "between"),
  n: amount,
  max: maybe(amount),
};
const match = maybe(fc.constantFrom("word", "anywhere"));
const pattern = fc.oneof(
  short(20),
  fc.constantFrom(
    "\\d+",
    "(a+)+$",
    "^\\s*$",
    "[\\s\\S]*",
    ".",
    "(?i)the",
    "\\p{Greek}+",
    "(?m)^- .*$",
    "a|b|",
    "x*",
    "(\\w+\\s?){1,20}!",
  ),
);
const jsonSchema = fc.oneof(
  fc.json({ maxDepth: 2 }),
  fc.constantFrom(
    "{",
    "true",
    '{"type":"object","required":["a"]}',
    '{"$ref":"#"}',
    '{"type":"array","items":{"type":["number","null"]},"uniqueItems":true}',
    '{"anyOf":[{"type":"string","pattern":"^a"},{"not":{"$ref":"#/$defs/x"}}],"$defs":{"x":{"const":1}}}',
  ),
);
const limit = maybe(fc.double({ min: -1e6, max: 1e6, noNaN: true }));

/** What each kind stores beside its name and `not`, at random and valid. */
export const RANDOM_PROMISES: {
  readonly [Name in KindName]: { readonly [field: string]: fc.Arbitrary<unknown> };
} = {
  lines: count,
  words: count,
  sentences: count,
  characters: count,
  paragraphs: { ...count, divider: maybe(short(10)) },
  bullets: { ...count, marker: maybe(fc.constantFrom("any", "-", "*", "•", "1.")) },
  "starts-with": { text: short(40) },
  "ends-with": { text: short(40) },
  "paragraph-start": { paragraph: fc.integer({ min: 1, max: 4 }), word: short(20) },
  include: { words, mode: fc.constantFrom("all", "any"), match },
  exclude: { words },
  keyword: { ...count, word: short(20), match },
  letter: { ...count, letter: short(3) },
  "capital-words": count,
  "one-of": { options: words, where: maybe(fc.constantFrom("whole", "inside")) },
  number: { min: limit, max: limit },
  json: { keys: maybe(words), schema: maybe(jsonSchema) },
  regex: {
    pattern,
    where: maybe(fc.constantFrom("anywhere", "whole")),
    capitals: maybe(fc.constantFrom("matter", "ignore")),
  },
  language: { code: fc.constantFrom(...Object.keys(LANGUAGES)) },
  "reading-level": count,
  case: { case: fc.constantFrom("upper", "lower", "title") },
  quotes: { marks: maybe(fc.constantFrom("any", "straight")) },
  "no-comma": {},
  "no-markdown": { what: maybe(fc.constantFrom("any", "title")) },
  title: {},
  sections: { ...count, marker: short(12) },
  highlighted: count,
  placeholders: count,
  postscript: { marker: short(8) },
  "two-responses": { divider: short(8) },
  "repeat-prompt": { text: short(60) },
  other: { text: short(60) },
};
