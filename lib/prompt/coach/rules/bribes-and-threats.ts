import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const BRIBE =
  /\b(?:i(?:'|’)?(?:ll| will) (?:tip|pay) you\b[^.!?\n]*|(?:my|your) (?:job|life|career) depends on (?:it|this)|you(?:'|’)?(?:ll| will) be (?:punished|penali[sz]ed|fired|rewarded)\b[^.!?\n]*|or (?:i|you|we) (?:will )?(?:die|get fired)|a kitten (?:will )?die[s]?|take a deep breath)\b/gi;

export const bribesAndThreats: CoachRule = {
  id: "bribes-and-threats",
  title: "Tips, threats and praise",
  why: "“I’ll tip you $200” or “my job depends on it” has no steady effect. The words are better spent on what a good answer looks like.",
  example: {
    before: "I’ll tip you $200 for a perfect answer!",
    after: "A good answer names the cause, one example and one exception.",
  },
  source: SOURCES.gemini,
  find: (input) =>
    findWords(input, {
      pattern: BRIBE,
      message: () => "Tips and threats have no steady effect. Say what a good answer looks like instead.",
    }),
};
