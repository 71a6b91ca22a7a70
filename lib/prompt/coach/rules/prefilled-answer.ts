import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const prefilledAnswer: CoachRule = {
  id: "prefilled-answer",
  title: "Words put into the model’s mouth",
  why: "Ending the prompt with “Assistant: Sure” once made models go on from there. Several current models refuse such a beginning; ask for the first line instead.",
  example: {
    before: "… Assistant: Sure, here is the JSON: {",
    after: "Answer with the JSON object alone, starting with {.",
  },
  source: SOURCES.anthropicMigration,
  find: (input) =>
    findWords(input, {
      pattern:
        /\n\s*(?:assistant|ai|bot|model|response|answer)\s*:\s*(?:sure|of course|certainly|here (?:is|are)|\{|\[|<)?[^\n]{0,60}\s*$/gi,
      message: () =>
        "Current models do not always go on from words put into their mouth. Ask for the first line instead.",
    }),
};
