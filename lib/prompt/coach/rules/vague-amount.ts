import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const SOME =
  "(?:a few|a couple(?: of)?|a handful of|a bunch of|a number of|some|several|various|multiple|lots of)";
/** Only what is asked for: "there are several ways" says something about the world. */
const AMOUNT = new RegExp(
  `(?<=\\b(?:give|show|list|suggest|write|provide|create|generate|name|recommend|propose|share|find|need|want|include|add|come up with|think of|brainstorm|offer|make|what are)(?: me| us)?(?: (?:with|out))?\\s+)${SOME}\\s+(?:[\\p{L}-]+\\s+){0,2}?(?:ideas|examples|suggestions|options|tips|titles|headlines|names|questions|bullet points|points|ways|reasons|sentences|paragraphs|variations|versions|slogans|taglines|recipes|facts|activities|alternatives|recommendations|exercises|keywords|hashtags|hotels|books|movies|films|songs|topics|prompts|captions|jokes|arguments|strategies)\\b`,
  "giu",
);

export const vagueAmount: CoachRule = {
  id: "vague-amount",
  title: "An amount without a number",
  why: "“A few” is two for one reader and seven for another. A number costs nothing and can be checked.",
  example: { before: "Give me some ideas for a school trip.", after: "Give me 5 ideas for a school trip." },
  source: SOURCES.openai,
  find: (input) =>
    findWords(input, {
      pattern: AMOUNT,
      message: (words) => `How many are “${words.toLowerCase()}”? A number can be checked.`,
      fix: (words) => ({ label: "Make it 3", replacement: words.replace(new RegExp(`^${SOME}`, "i"), "3") }),
    }),
};
