import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** An order; people "who never make mistakes" are what a text is about. */
const MISTAKES =
  /\b(?:(?:(?<=(?:^|[.!?:;,(\n*•–—-]|\d\)|\b(?:and|but|please|also|so|you|you will|must|should))\s{0,3})(?:do not|don(?:'|’)?t|never) (?:hallucinate|make (?:any )?mistakes|be wrong)|make no mistakes|no (?:mistakes|hallucinations)(?: allowed| please)?(?=[.!,\n]|\s*$)|be (?:100\s?%|completely|totally) (?:accurate|correct|sure|right))(?:,? (?:and |or )?(?=be 100|do not hall|don['’]t hall))?)\b/gi;

export const asksForNoMistakes: CoachRule = {
  id: "asks-for-no-mistakes",
  title: "“Make no mistakes”",
  why: "“Do not hallucinate” gives a model nothing to do differently: it often does not know when it errs. Give the source, ask for quotes from it, and allow “I don’t know”.",
  example: {
    before: "Do not hallucinate. Be 100 % accurate.",
    after: "Quote the sentence of the text that each claim rests on. If there is none, leave the claim out.",
  },
  source: SOURCES.anthropicFacts,
  find: (input) =>
    findWords(input, {
      pattern: MISTAKES,
      message: () =>
        "A model often does not know when it errs. Give it the source and ask for the sentence a claim rests on.",
      removable: true,
    }),
};
