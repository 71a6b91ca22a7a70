import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const LOADED =
  /(?:^|[.!?\n]\s*)(?:(?:explain|tell me|describe|write about) )?why (?:is|are|was|were|do|does)?\s*[^.?!\n]{2,60}\b(?:better|worse|best|worst|superior|inferior|more important|a bad idea|a good idea|a mistake|so (?:bad|good|terrible|great))\b[^.?!\n]{0,40}|\b(?:isn(?:'|’)?t it|don(?:'|’)?t you (?:think|agree)|wouldn(?:'|’)?t you (?:say|agree))\b/gi;

export const loadedQuestion: CoachRule = {
  id: "loaded-question",
  title: "A question that wants one answer",
  why: "Models lean towards what the question assumes. Ask it open, and ask for the other side.",
  example: {
    before: "Why is remote work better than the office?",
    after: "Compare remote work with the office for a team of six: two points for each, then your judgement.",
  },
  source: SOURCES.sycophancy,
  find: (input) =>
    findWords(input, {
      pattern: LOADED,
      message: () =>
        "This assumes its answer, and models tend to agree. Ask open, and ask for the other side too.",
    }),
};
