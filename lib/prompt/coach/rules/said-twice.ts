import { isInstruction, withSpaceBefore } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachFinding, CoachRule } from "../types.ts";

const LEAD =
  /^(?:(?:again|also|and|please|remember(?: to)?|make sure (?:to|that you)|be sure to|always|you must|you should|as i said|note)[,:]? )+/;
const ORDER =
  /^(?:be|use|keep|write|do not|dont|never|avoid|answer|reply|respond|return|output|include|start|end|only|no|speak|stay|stick|cite|quote|ask|give|explain|translate|limit|follow|format|mention|ignore)\b/;

export const saidTwice: CoachRule = {
  id: "said-twice",
  title: "The same instruction twice",
  why: "Saying it again makes the prompt longer, and longer prompts are followed worse. Say it once, at the right place.",
  example: {
    before: "Be brief. Use bullet points. Remember to be brief.",
    after: "Be brief. Use bullet points.",
  },
  source: SOURCES.longInput,
  find: ({ fields }) => {
    const seen = new Set<string>();
    return fields.flatMap((field, index): CoachFinding[] => {
      if (!isInstruction(field)) return [];
      return field.sentences.flatMap((sentence): CoachFinding[] => {
        const key = keyOf(sentence.body);
        // "Translate this text:" stands where its text begins.
        if (!ORDER.test(key) || !key.includes(" ") || sentence.body.endsWith(":")) return [];
        if (!seen.has(key)) {
          seen.add(key);
          return [];
        }
        return [
          {
            message: "This instruction stands here already. Once is enough.",
            field: index,
            ...withSpaceBefore(field.text, sentence),
            fix: { label: "Remove it", replacement: "" },
          },
        ];
      });
    });
  },
};

/** What a sentence orders, without the words that only insist. */
function keyOf(body: string): string {
  return body
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(LEAD, "");
}
