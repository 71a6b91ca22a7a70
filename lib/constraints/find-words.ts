import { z } from "zod";
import { wellFormed } from "#lib/base/well-formed.ts";
import { isBoundary } from "./boundary.ts";
import { byPieces, cutBehind } from "./by-pieces.ts";
import { foldCase, foldQuotes, foldSpace, normalText } from "./fold.ts";
import type { ConstraintField, Reading, Span } from "./types.ts";

/** A list of words or phrases, as `include` and `exclude` store them. Empty ones are kept while someone types. */
export const wordsSchema = z.array(z.string().max(200).transform(wellFormed)).max(100);

/** The entries with something in them, trimmed, each once. */
export function filledWords(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()))].filter((word) => word !== "");
}

/** "word" or "phrase", as the entries are. */
export function wordNoun(words: readonly string[]): string {
  return words.some((word) => /\s/.test(word)) ? "phrase" : "word";
}

/** Whether a word has to stand by itself or may be part of a longer one: "art" in "heart". */
const MATCHES = ["word", "anywhere"] as const;
type Match = (typeof MATCHES)[number];

export const matchSchema = z.enum(MATCHES).optional();
export const MATCH_FIELD: ConstraintField = {
  name: "match",
  type: "choice",
  label: "Counts",
  options: [
    { value: "word", label: "as a whole word" },
    { value: "anywhere", label: "inside longer words too" },
  ],
};

/**
 * For each word, every place where it stands, as a word of its own unless told otherwise, capitals or not. A plain search, no
 * pattern: "(" and "." are themselves. At most `most` places a word.
 */
export function findWords(
  words: readonly string[],
  text: string,
  reading: Reading,
  match: Match = "word",
  most = Number.POSITIVE_INFINITY,
): Span[][] {
  const haystack = FOLDED[reading](text);
  return words.map((word) => placesOf(FOLDS[reading](normalText(word)), haystack, match, most));
}

/** How the two readings compare. */
const FOLDS: { readonly [Each in Reading]: (part: string) => string } = {
  strict: (part) => foldSpace(foldCase(part)),
  loose: (part) => foldSpace(foldCase(foldQuotes(part))),
};
const FOLDED: { readonly [Each in Reading]: (text: string) => string } = {
  strict: byLines(FOLDS.strict),
  loose: byLines(FOLDS.loose),
};

function byLines(fold: (part: string) => string): (text: string) => string {
  const pieces = byPieces(cutBehind(/\n/g), fold);
  return (text) => Array.from(pieces(text), ({ value }) => value).join("");
}

/** Where the needle stands, both as they are compared; the places do not overlap. */
function placesOf(
  needle: string,
  haystack: string,
  match: Match = "word",
  most = Number.POSITIVE_INFINITY,
): Span[] {
  const spans: Span[] = [];
  let start = haystack.indexOf(needle);
  while (start !== -1 && needle !== "" && spans.length < most) {
    const end = start + needle.length;
    const whole = match === "anywhere" || (isBoundary(haystack, start) && isBoundary(haystack, end));
    if (whole) spans.push({ start, end });
    start = haystack.indexOf(needle, whole ? end : start + 1);
  }
  return spans;
}
