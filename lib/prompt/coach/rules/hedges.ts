import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const HEDGE =
  /(?:(?<=^|[.!?\n:;,]\s*|\bplease |\band |\byou should |- )try (?:to|and)\s+(?=\p{L})|\bif (?:at all )?possible\b|\bwhen possible\b|\bif you can\b(?! ?'?t)|\bsort of like\b|\bkind of like\b)/giu;

export const hedges: CoachRule = {
  id: "hedges",
  title: "An instruction that takes itself back",
  why: "“Try to” and “if possible” tell the model that the rule may be skipped. Keep the rule or leave it out.",
  example: { before: "Try to keep it under 100 words if possible.", after: "Keep it under 100 words." },
  source: SOURCES.anthropicClear,
  find: (input) =>
    findWords(input, {
      pattern: HEDGE,
      message: (words) => `“${words}” makes the rule optional. Mean it, or leave the rule out.`,
      fix: (words) =>
        /^\s*(?:please )?try to/i.test(words) ? { label: "Remove “try to”", replacement: "" } : undefined,
    }),
};
