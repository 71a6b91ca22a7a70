import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const FRESH =
  /\b(?:(?:the )?(?:latest|newest|most recent|current|today(?:'|’)?s|this (?:week|month|year)(?:'|’)?s?) (?:\p{L}+ )?(?:news|prices?|version|weather|exchange rate|stock|score|results?|release|events|statistics|trends|rates?|figures)|(?:what|how) (?:is|are|was) [^.?!\n]{0,40}\b(?:right now|today|currently|at the moment))\b/giu;

export const freshFacts: CoachRule = {
  id: "fresh-facts",
  title: "Facts newer than the model",
  why: "A model knows nothing after its training ends and does not always say so. Paste the facts, or ask for what does not change.",
  example: {
    before: "What is the current price of gold?",
    after: "From the price list between the tags, name the price of gold and its date.",
  },
  source: SOURCES.anthropicHallucinations,
  find: (input) =>
    input.fields.some(({ text }) => /<[a-z][\w-]*>|\{\{|```|"""/i.test(text)) ||
    (input.prompt.kind === "parts" && input.prompt.documents)
      ? []
      : findWords(input, {
          pattern: FRESH,
          message: () =>
            "A model’s knowledge ends with its training. Paste the facts, or name a date in the past.",
        }),
};
