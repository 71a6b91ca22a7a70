import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const AMOUNT =
  /\b(?:a few|a couple(?: of)?|a handful of|a bunch of|a number of|some|several|various|multiple|many|lots of)\s+(?:\p{L}+\s+)?(?:ideas|examples|suggestions|options|tips|titles|headlines|names|questions|points|ways|reasons|bullet points|sentences|paragraphs|words|variations|versions|slogans|taglines|recipes|facts|activities|alternatives|recommendations|exercises|steps|keywords|hashtags)\b/giu;

export const vagueAmount: CoachRule = {
  id: "vague-amount",
  title: "An amount without a number",
  why: "“A few” is two for one reader and seven for another. A number costs nothing and can be checked.",
  example: { before: "Give me some ideas for a school trip.", after: "Give me 5 ideas for a school trip." },
  source: SOURCES.openai,
  find: (input) =>
    findWords(input, {
      pattern: AMOUNT,
      message: (words) => `How many is “${words.toLowerCase()}”? A number can be checked.`,
      fix: (words) => {
        const rest = words.replace(
          /^\s*(?:a (?:few|couple(?: of)?|handful of|bunch of|number of)|some|several|various|multiple|many|lots of)\s+/i,
          "",
        );
        const lead = /^\s*/.exec(words)?.[0] ?? "";
        return { label: "Make it 3", replacement: `${lead}3 ${rest}` };
      },
    }),
};
