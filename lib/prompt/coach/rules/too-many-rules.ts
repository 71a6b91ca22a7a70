import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const tooManyRules: CoachRule = {
  id: "too-many-rules",
  title: "Very many rules at once",
  why: "The more rules a prompt has, the more of them are missed, even by strong models. Keep those that you would check.",
  example: { before: "(25 rules)", after: "(the 8 that matter, the rest tried without)" },
  source: SOURCES.ifeval,
  find: ({ prompt, told }) => {
    const listed = told.split("\n").filter((line) => /^\s*(?:[-*•]|\d+[.)])\s+\S/.test(line)).length;
    const rules = listed + (prompt.kind === "parts" ? prompt.constraints.length : 0);
    return rules > 15
      ? wholePrompt(
          `${rules} rules are many. Switch some off and run again: those that change nothing can go.`,
        )
      : [];
  },
};
