import { asksForText, saysLength } from "../asks.ts";
import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** Programs, plans and pictures are as long as they have to be. */
const NO_PROSE =
  /\b(?:functions?|scripts?|code|programs?|quer(?:y|ies)|regex|sql|class|components?|api|apps?|websites?|web page|css|formula|macros?|commands?|plans?|schedules?|games?|images?|pictures?|logos?|diagrams?|spreadsheets?|tests?|sure)\b/i;

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
    asksForText(input) &&
    !NO_PROSE.test(input.told) &&
    !saysLength(input) &&
    input.told.trim().split(/\s+/).length <= 60
      ? wholePrompt("How long should it be, and in what form? Say a number of words, lines or points.")
      : [],
};
