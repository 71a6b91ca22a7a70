import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** Below this a model can count along. */
const LEAST = 30;

export const exactCount: CoachRule = {
  id: "exact-count",
  title: "An exact count of words or characters",
  why: "Models write in tokens and do not count as they go: “exactly 437 words” is nearly always missed by some. Ask for a range, or count afterwards.",
  example: { before: "Write exactly 500 words about rivers.", after: "Write 450 to 550 words about rivers." },
  source: SOURCES.length,
  find: (input) =>
    findWords(input, {
      pattern: /\b(?:exactly|precisely)\s+\d{2,4}[ -]?(?:words?|characters?|letters|tokens?)\b/gi,
      message: (words) => `“${words}” is nearly always missed by some. A range can be kept.`,
      fix: (words) => {
        const [, digits, unit = ""] = /(\d+)[ -]?(\p{L}+)/u.exec(words) ?? [];
        // So many characters are a limit of the place where they go; so many words are a size.
        const most = unit.startsWith("word") ? 1.1 : 1;
        const [low, high] = [Math.round(Number(digits) * 0.9), Math.round(Number(digits) * most)];
        return { label: `Make it ${low} to ${high}`, replacement: `${low} to ${high} ${unit}` };
      },
      unless: (_, __, words) => Number(/\d+/.exec(words)?.[0]) < LEAST,
    }),
};
