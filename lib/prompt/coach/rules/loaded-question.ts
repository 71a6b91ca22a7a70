import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const LOADED =
  /\b(?:(?:don|wouldn|isn|aren|doesn)(?:'|’)?t (?:you|it|they|that|this) (?:think|agree|say|true|obvious|clear|the best|the worst|better|worse)\b[^.?!\n]{0,80}\?|(?:i think|i believe|i(?:['’]m| am) (?:pretty |quite |fairly )?(?:sure|certain|convinced)|surely|obviously)\b[^.?!\n]{3,120},? (?:right|correct|agreed|isn(?:'|’)?t it|do you agree|don(?:'|’)?t you think)\?)|(?:^|[.!?\n]\s{0,3})(?:explain |tell me )?why (?:is|are|was) [^.?!\n]{2,40}? the (?:best|worst|greatest|most (?:important|beautiful|overrated))\b[^.?!\n]{0,60}\?/gi;

export const loadedQuestion: CoachRule = {
  id: "loaded-question",
  title: "A question that wants one answer",
  why: "Models lean towards what the question assumes. Ask it open, and ask for the other side.",
  example: {
    before: "Why is remote work the best way to work?",
    after: "Compare remote work with the office for a team of six: two points for each, then your judgement.",
  },
  source: SOURCES.sycophancy,
  find: (input) =>
    findWords(input, {
      pattern: LOADED,
      message: () => "This says which answer it wants, and models tend to agree. Ask it open.",
    }),
};
