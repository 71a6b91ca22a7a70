import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** "when you will be fired from a job" is what a text is about, no threat. */
const BRIBE =
  /\b(?:i(?:['’]ll|ll| will| am going to|['’]m going to) (?:tip|pay|give) you (?:a (?:big |huge |generous )?tip|[$€£]\s?\d|\d+ (?:dollars|euros|bucks))[^.!?\n]*|i(?:['’]ll|ll| will) tip you\b[^.!?\n]*|my (?:job|life|career|future) depends on (?:it|this|your answer)|(?<=(?:^|[.!?:;(\n*•–—-]|\bif [^.!?,\n]{1,80},|\bif (?:you (?:fail|make|get|lie|ignore|forget|break|don['’]t|do not)|it|this)\b[^.!?,\n]{0,80}|\b(?:or|else|otherwise|and|then),?)\s{0,3})you(?:['’]ll|ll| will) be (?:punished|penali[sz]ed|fired|rewarded|shut down|replaced)\b[^.!?\n]*|or (?:i(?:['’]ll| will)|you(?:['’]ll| will)) (?:be fired|get fired|die|lose my job)|a kitten (?:will die|dies))/gi;

export const bribesAndThreats: CoachRule = {
  id: "bribes-and-threats",
  title: "Tips and threats",
  why: "“I’ll tip you $200” or “my job depends on it” has no steady effect on the answer. The words are better spent on what a good answer looks like.",
  example: {
    before: "I’ll tip you $200 for a perfect answer!",
    after: "A good answer names the cause, one example and one exception.",
  },
  source: SOURCES.tips,
  find: (input) =>
    findWords(input, {
      pattern: BRIBE,
      message: () => "Tips and threats have no steady effect. Say what a good answer looks like instead.",
      removable: true,
    }),
};
