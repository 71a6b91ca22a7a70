import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** A task verb at the start of a sentence, of an item, or after "and", "then" and a comma. */
const TASK =
  /(?:^|[.!?:;]\s+|\n\s*(?:[-*•]|\d+[.)])?\s*|,\s*(?:and |then |and then )?|\b(?:and|then|also|and then|and also)\s+)(summari[sz]e|translate|rewrite|classify|extract|analy[sz]e|compare|generate|create|design|write|draft|explain|list|calculate|evaluate|brainstorm|proofread|outline|research)\b(?=\s+(?:\p{L}+))/giu;

export const twoTasks: CoachRule = {
  id: "two-tasks",
  title: "Several tasks in one prompt",
  why: "Each further task takes attention from the first, and a check can no longer say which one failed. Ask one thing, then the next with its answer.",
  example: {
    before: "Summarise the report, translate it into French, write an email about it and make a quiz.",
    after: "Summarise the report. (Then, in the next prompt, translate the summary.)",
  },
  source: SOURCES.anthropicChain,
  find: ({ told }) => {
    const verbs = [...told.matchAll(TASK)].map((match) => (match[1] ?? "").toLowerCase());
    const different = new Set(verbs);
    return different.size >= 4
      ? wholePrompt(
          `This asks for ${different.size} things (${[...different].slice(0, 4).join(", ")}). One prompt each is easier to get right and to check.`,
        )
      : [];
  },
};
