import { wholePrompt } from "../find.ts";
import { shotsOf } from "../shots.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const sameExampleTwice: CoachRule = {
  id: "same-example-twice",
  title: "The same example twice",
  why: "A repeated example teaches nothing new and weighs double.",
  example: { before: "(the same example at 1 and 3)", after: "(three different examples)" },
  source: SOURCES.anthropic,
  anyLanguage: true,
  find: ({ prompt }) => {
    const inputs = shotsOf(prompt).map(({ input }) => input.trim().toLowerCase());
    const again = inputs.findIndex((input, at) => input !== "" && inputs.indexOf(input) < at);
    return again === -1 ? [] : wholePrompt(`Example ${again + 1} is there already. Show another case.`);
  },
};
