import { asksForProse, saysLength } from "../asks.ts";
import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** A longer prompt says its form in ways that no list of words knows. */
const LONG_WORDS = 60;

export const noLength: CoachRule = {
  id: "no-length",
  title: "No length and no form",
  why: "Without a length or a form the model picks one, and another one the next time.",
  example: {
    before: "Write about the benefits of walking.",
    after: "Write 80 to 100 words about the benefits of walking, in two paragraphs.",
  },
  source: SOURCES.openai,
  find: (input) =>
    input.words <= LONG_WORDS && asksForProse(input) && !saysLength(input)
      ? wholePrompt("How long should it be? Say a number of words, lines or points.")
      : [],
};
