import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** Long products and quotients that are to be worked out; "1920 x 1080" is a size. */
const SUM =
  /(?<=\b(?:what(?:['’]?s| is)|calculate|compute|work out|how much is|multiply|solve)\b[^.?!\n\d]{0,20})\d[\d,.]{2,}\s*(?:[x×*·÷/]|times|multiplied by|divided by|by)\s*\d[\d,.]{2,}(?:\s*(?:[x×*·÷/]|times|divided by)\s*\d[\d,.]*)*/gi;

export const exactArithmetic: CoachRule = {
  id: "exact-arithmetic",
  title: "Exact arithmetic by a language model",
  why: "Long products are often wrong and look right. Let a program calculate, or ask for the formula.",
  example: {
    before: "What is 48,213 × 9,377?",
    after: "Write the formula for the yearly cost; I will calculate it.",
  },
  source: SOURCES.multiplication,
  find: (input) =>
    findWords(input, {
      pattern: SUM,
      message: () =>
        "Long sums belong in a calculator: a model’s are often wrong and look right. Ask for the formula.",
    }),
};
