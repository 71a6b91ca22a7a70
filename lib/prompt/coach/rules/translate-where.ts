import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** "into French", "to english", "French translation", "in German". */
const SAYS_WHERE =
  /\b(?:in)?to\s+\S|\bin (?:simple|plain|everyday|\p{Lu})|\b(?:english|french|german|spanish|italian|portuguese|dutch|polish|russian|ukrainian|chinese|mandarin|japanese|korean|arabic|hindi|bengali|turkish|greek|swedish|danish|norwegian|finnish|czech|hungarian|romanian|latin|hebrew|thai|vietnamese)\b|\b(?:target|other) language|\{\{/iu;

export const translateWhere: CoachRule = {
  id: "translate-where",
  title: "Translate into what?",
  why: "Without a target language the model takes the likeliest one.",
  example: {
    before: "Translate this text: …",
    after: "Translate the text between the tags into Portuguese as spoken in Brazil.",
  },
  source: SOURCES.openai,
  find: (input) =>
    SAYS_WHERE.test(input.told) ||
    (input.prompt.kind === "parts" && input.prompt.constraints.some(({ kind }) => kind === "language"))
      ? []
      : findWords(input, {
          pattern:
            /(?<=(?:^|[.!?\n]\s{0,3})(?:please |can you |could you )?)translate (?:this|the|these|my|it)\b(?: following)?(?: \p{L}+)?/giu,
          message: () => "Into which language, and for whom?",
        }).slice(0, 1),
};
