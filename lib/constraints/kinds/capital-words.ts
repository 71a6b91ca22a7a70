import { z } from "zod";
import { COUNT_FIELDS, countChip, countFinding, countShape } from "../count.ts";
import type { ConstraintKind, Span } from "../types.ts";

const schema = z.strictObject({
  kind: z.literal("capital-words"),
  not: z.boolean().optional(),
  ...countShape,
});

/** A word with what may stand inside one: "COVID-19", "R&D", "U.S."; an apostrophe ends it, so "I’m" has the word "I". */
const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}&\-_./+]*/gu;

function isCapital(token: string): boolean {
  return /\p{Lu}/u.test(token) && !/[\p{Ll}\p{Lt}]/u.test(token);
}

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(TOKEN)) {
    if (isCapital(match[0])) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

export const capitalWords: ConstraintKind<typeof schema> = {
  kind: "capital-words",
  label: "Words in capitals",
  schema,
  negatable: true,
  draft: { kind: "capital-words", op: "at-most", n: 3 },
  fields: COUNT_FIELDS,
  chip: (value) => countChip(value, "word in capitals", "words in capitals"),
  phrase: (value) => `Write ${countChip(value, "word", "words")} in capital letters.`,
  check(value, text) {
    const spans = spansOf(text);
    return countFinding(value, spans.length, "word in capitals", "words in capitals", spans);
  },
};
