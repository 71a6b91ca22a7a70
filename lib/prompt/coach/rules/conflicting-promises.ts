import { conflictsOf } from "#lib/constraints/conflicts.ts";
import { OF_PIECES } from "../../recognise/pieces.ts";
import { recognise } from "../../recognise.ts";
import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import { ordersOf, tasksIn } from "../tasks.ts";
import type { CoachField, CoachRule } from "../types.ts";

/** A longer prompt speaks of more than one text. */
const LONG_WORDS = 300;

export const conflictingPromises: CoachRule = {
  id: "conflicting-promises",
  title: "Promises that no answer can keep",
  why: "Two lengths of one text, or a word that must and must not occur, cannot both be kept. The model breaks one of them, and the check fails whatever it does.",
  example: {
    before: "Write a 50-word text about our pub. Use at least 100 words.",
    after: "Write a text of 50 to 60 words about our pub.",
  },
  source: SOURCES.gpt5,
  // In Parts the editor says it at the parts themselves.
  find: ({ prompt, fields, told, words }) => {
    if (prompt.kind !== "text" || words > LONG_WORDS || severalTexts(fields, told)) return [];
    return conflictsOf(recognise(prompt.text).prompt)
      .slice(0, 2)
      .flatMap(({ sentence }) => wholePrompt(sentence));
  },
};

/** "A headline of 5 words, then a text of 100 words": two lengths of two things. */
function severalTexts(fields: readonly CoachField[], told: string): boolean {
  const tasks = new Set(ordersOf(fields).flatMap(({ body }) => tasksIn(body)));
  return tasks.size > 1 || OF_PIECES.test(told) || /\bor\b/i.test(told);
}
