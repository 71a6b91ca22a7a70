import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** Below this a model can count along. */
const LEAST = 30;

/** "an exactly 50-word ad" → "a 45 to 55 word ad"; "an" stays before eighty and the like. */
function articleOf(words: string, range: string): string {
  const [article] = /^an?\s/i.exec(words) ?? [];
  if (article === undefined) return "";
  return `${article.charAt(0)}${range.startsWith("8") ? "n" : ""} `;
}

export const exactCount: CoachRule = {
  id: "exact-count",
  title: "An exact count of words or characters",
  why: "Models write in tokens and do not count as they go: “exactly 437 words” is often missed by some, and the longer the text, the more. Ask for a range, or count afterwards.",
  example: { before: "Write exactly 500 words about rivers.", after: "Write 450 to 550 words about rivers." },
  source: SOURCES.length,
  find: (input) =>
    findWords(input, {
      pattern: /\b(?:an?\s+)?(?:exactly|precisely)\s+\d{2,4}[ -]?(?:words?|characters?|letters|tokens?)\b/gi,
      message: (words) => `“${words.replace(/^an?\s+/i, "")}” is often missed by some. A range can be kept.`,
      fix: (words) => {
        const [, digits, unit = ""] = /(\d+)[ -]?(\p{L}+)/u.exec(words) ?? [];
        // So many characters are a limit of the place where they go; so many words are a size.
        const most = unit.startsWith("word") ? 1.1 : 1;
        const [low, high] = [Math.round(Number(digits) * 0.9), Math.round(Number(digits) * most)];
        const range = `${low} to ${high} ${unit}`;
        return { label: `Make it ${low} to ${high}`, replacement: `${articleOf(words, range)}${range}` };
      },
      unless: (_, __, words) => Number(/\d+/.exec(words)?.[0]) < LEAST,
    }),
};
