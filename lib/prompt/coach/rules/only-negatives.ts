import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const NEGATIVE =
  /^\s*(?:[-*•\d.)]+\s*)?(?:please )?(?:do not|don[’']?t|never|avoid|no |you must not|you should not|refrain)/i;

export const onlyNegatives: CoachRule = {
  id: "only-negatives",
  title: "Only what it should not do",
  why: "A list of don’ts says where not to go and not where to go. Say what to do instead; keep a “don’t” for what really happens otherwise.",
  example: {
    before: "Don’t be formal. Don’t use jargon. Don’t write long sentences.",
    after: "Write as you would speak to a neighbour, in sentences of at most 15 words.",
  },
  source: SOURCES.openai,
  find: ({ told }) => {
    const sentences = told.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => /\p{L}/u.test(sentence));
    const negatives = sentences.filter((sentence) => NEGATIVE.test(sentence));
    return negatives.length >= 3 && negatives.length > sentences.length / 2
      ? wholePrompt(
          `${negatives.length} of ${sentences.length} sentences say what not to do. Say what to do instead.`,
        )
      : [];
  },
};
