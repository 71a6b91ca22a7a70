import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const exactArithmetic: CoachRule = {
  id: "exact-arithmetic",
  title: "Exact arithmetic by a language model",
  why: "Long sums and products are often nearly right, which is worse than wrong. Let a program calculate, or ask for the formula.",
  example: {
    before: "What is 48,213 × 9,377?",
    after: "Write the formula for the yearly cost; I calculate it.",
  },
  source: SOURCES.anthropicHallucinations,
  find: (input) =>
    findWords(input, {
      pattern: /\b\d[\d,.]{3,}\s*(?:[x×*÷/]|times|multiplied by|divided by)\s*\d[\d,.]{2,}\b/gi,
      message: () =>
        "Exact arithmetic with long numbers belongs into a calculator. Ask for the formula instead.",
      unless: (_, __, words) =>
        /^\d{1,4}\/\d{1,4}$/.test(words.trim()) || /^\d{4}\s*\/\s*\d{2,4}$/.test(words.trim()),
    }),
};
