import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const vagueThings: CoachRule = {
  id: "vague-things",
  title: "Words that stand for nothing",
  why: "“Stuff”, “things like that” and “etc.” leave the choice to the model. Name what you mean, or say that the choice is free.",
  example: {
    before: "Tell me about pricing, delivery etc.",
    after: "Tell me about pricing, delivery times and returns.",
  },
  source: SOURCES.anthropic,
  find: (input) =>
    findWords(input, {
      pattern:
        /\b(?:(?:and|or) (?:other |more |all (?:that |the |this )?)?stuff(?: like that)?|stuff like that|things like that|(?:and|or) so (?:on|forth)|etc\b\.?|something like that|whatever else)/gi,
      message: (words) => `“${words}” leaves it to the model. Name what you mean.`,
    }),
};
