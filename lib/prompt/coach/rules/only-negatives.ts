import { isInstruction, wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const NEGATIVE =
  /^(?:please |and |also )?(?:do not|don[’']?t|never|avoid|no |you must not|you (?:should|may|can)(?:n[’']t| not)|refrain)/i;

/** What is left out of the content has no positive form: no fish, no mention of prices. */
const CONTENT =
  /^(?:please |and |also )?(?:do not|don[’']?t|never|avoid|you must not) (?:include|mention|mentioning|including|add|contain|list|suggest|recommend|name|cover|talk about|refer)\b/i;

export const onlyNegatives: CoachRule = {
  id: "only-negatives",
  title: "Only what it should not do",
  why: "A list of don’ts says where not to go and not where to go. Say what to do instead; keep a “don’t” for what really happens otherwise.",
  example: {
    before: "Don’t be formal. Don’t use jargon. Don’t write long sentences.",
    after: "Write as you would speak to a neighbour, in sentences of at most 15 words.",
  },
  source: SOURCES.anthropic,
  find: ({ fields }) => {
    const sentences = fields.filter(isInstruction).flatMap((field) => field.sentences);
    const said = sentences.filter(({ body }) => /\p{L}/u.test(body));
    const negatives = said.filter(({ body }) => NEGATIVE.test(body) && !CONTENT.test(body));
    return negatives.length >= 3 && negatives.length > said.length / 2
      ? wholePrompt(
          `${negatives.length} of ${said.length} sentences say what not to do. Say what to do instead.`,
        )
      : [];
  },
};
