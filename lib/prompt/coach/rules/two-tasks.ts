import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import { ordersOf, tasksIn } from "../tasks.ts";
import type { CoachRule } from "../types.ts";

/** A long prompt, or a numbered one, is a plan that somebody made. */
const LONG_WORDS = 120;

export const twoTasks: CoachRule = {
  id: "two-tasks",
  title: "Several tasks in one prompt",
  why: "Each further task takes attention from the first, and a check can no longer say which one failed. Ask one thing, then the next with its answer.",
  example: {
    before: "Summarise the report, translate it into French and write an email about it.",
    after: "Summarise the report. (Then, in the next prompt, translate the summary.)",
  },
  source: SOURCES.gemini,
  find: ({ fields, words }) => {
    if (words > LONG_WORDS) return [];
    const sentences = ordersOf(fields);
    if (sentences.some(({ marker }) => /\d/.test(marker))) return [];
    const different = [...new Set(sentences.flatMap(({ body }) => tasksIn(body)))];
    return different.length >= 3
      ? wholePrompt(
          `This asks for ${different.length} things (${different.join(", ")}). One prompt each is easier to get right and to check.`,
        )
      : [];
  },
};
