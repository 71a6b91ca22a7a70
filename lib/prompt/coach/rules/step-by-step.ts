import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const stepByStep: CoachRule = {
  id: "step-by-step",
  title: "“Think step by step”",
  why: "Models that reason do so unasked, and the phrase can make them worse; on others it costs tokens. Keep it where a run with it beats a run without.",
  example: {
    before: "Think step by step. What is 17 % of 240?",
    after: "What is 17 % of 240? Give the result with one decimal.",
  },
  source: SOURCES.openaiReasoning,
  find: (input) =>
    findWords(input, {
      pattern:
        /\b(?:let(?:'|’)?s )?(?:think|reason)(?: it| this| about (?:it|this))?(?: through)?,? (?:carefully,? )?(?:and )?step[- ]by[- ]step\b/gi,
      message: () =>
        "Models that reason do so unasked. Keep this only if a run with and without it shows a difference.",
      removable: true,
    }),
};
