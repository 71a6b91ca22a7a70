import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const exactCount: CoachRule = {
  id: "exact-count",
  title: "An exact count of words or characters",
  why: "Models write in tokens and cannot count as they go: exactly 437 words is nearly always missed. Ask for a range, or count afterwards.",
  example: { before: "Write exactly 500 words about rivers.", after: "Write 450 to 550 words about rivers." },
  source: SOURCES.ifeval,
  find: (input) =>
    findWords(input, {
      pattern: /\b(?:exactly|precisely)\s+(\d{2,5})[ -]?(words?|characters?|letters|tokens?)\b/gi,
      message: (words) => `“${words}” is nearly always missed by some. A range can be kept.`,
      fix: (words) => {
        const match = /(\d+)[ -]?(\p{L}+)/u.exec(words);
        const count = Number(match?.[1]);
        if (match === null || count < 20) return undefined;
        const [low, high] = [Math.round(count * 0.9), Math.round(count * 1.1)];
        return { label: `Make it ${low} to ${high}`, replacement: `${low} to ${high} ${match[2]}` };
      },
    }),
};
