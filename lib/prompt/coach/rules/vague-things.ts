import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const vagueThings: CoachRule = {
  id: "vague-things",
  title: "Words that stand for nothing",
  why: "“Stuff”, “things” and “etc.” leave the choice to the model. Name them, or say that the choice is free.",
  example: {
    before: "Tell me about pricing, delivery etc.",
    after: "Tell me about pricing, delivery times and returns.",
  },
  source: SOURCES.anthropicClear,
  find: (input) =>
    findWords(input, {
      pattern:
        /\b(?:stuff|things like that|and so on|and so forth|etc\b\.?|whatever|something like that|or something|and more stuff)/gi,
      message: (words) => `“${words}” leaves it to the model. Name what you mean.`,
    }),
};
