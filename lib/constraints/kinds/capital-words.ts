import { z } from "zod";
import { byPieces, cutBehind } from "../by-pieces.ts";
import { COUNT_FIELDS, countChip, countFinding, countShape } from "../count.ts";
import { matchSpans } from "../match-spans.ts";
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

/** The letters and numbers of the Latin blocks: a plain class of them is found in a quarter of the time. */
const LATIN = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code))
  .filter((sign) => /[\p{Lu}\p{Ll}\p{Lt}\p{N}]/u.test(sign))
  .join("");
const LATIN_TOKEN = new RegExp(`[${LATIN}](?:[&\\-_./+]*[${LATIN}])*`, "g");
const LATIN_TEXT = /^[\0-\u024f\u2000-\u206f]*$/;

function isCapital(token: string): boolean {
  return !/[\p{Ll}\p{Lt}]/u.test(token) && /\p{Lu}/u.test(token);
}

/** Those of some lines, from their start. */
const inLines = byPieces(cutBehind(/\n/g), (lines): readonly Span[] => {
  if (!/\p{Lu}/u.test(lines)) return [];
  const tokens = matchSpans(LATIN_TEXT.test(lines) ? LATIN_TOKEN : TOKEN, lines);
  return tokens.filter(({ start, end }) => isCapital(lines.slice(start, end)));
});

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const { start, value } of inLines(text))
    for (const span of value) spans.push({ start: start + span.start, end: start + span.end });
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
