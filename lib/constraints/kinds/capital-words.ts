import { z } from "zod";
import { COUNT_FIELDS, countChip, countFinding, countShape } from "../count.ts";
import { remember } from "../remember.ts";
import type { ConstraintKind, Span } from "../types.ts";

const schema = z.strictObject({
  kind: z.literal("capital-words"),
  not: z.boolean().optional(),
  ...countShape,
});

/**
 * A word with what may stand inside one: "COVID-19", "R&D", "U.S."; an apostrophe ends it, so "I’m" has the word "I".
 * Letters that are neither large nor small end it too: これはNASAです has the word "NASA".
 */
const TOKEN = /[\p{Lu}\p{Ll}\p{Lt}\p{N}](?:[&\-_./+]*[\p{Lu}\p{Ll}\p{Lt}\p{M}\p{N}])*/gu;

function isCapital(token: string): boolean {
  return /\p{Lu}/u.test(token) && !/[\p{Ll}\p{Lt}]/u.test(token);
}

/** A line's own, from its start. */
const inLine = remember((line): readonly Span[] => {
  if (!/\p{Lu}/u.test(line)) return [];
  const spans: Span[] = [];
  for (const match of line.matchAll(TOKEN)) {
    if (isCapital(match[0])) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
});

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    for (const { start, end } of inLine(line)) spans.push({ start: offset + start, end: offset + end });
    offset += line.length + 1;
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
