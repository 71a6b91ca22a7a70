import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const MISTAKES =
  /\b(?:(?:do not|don(?:'|’)?t|never) (?:hallucinate|make (?:any )?(?:mistakes|errors)|be wrong)|make no mistakes|no (?:mistakes|errors|hallucinations)\b|without (?:any )?(?:mistakes|errors|hallucinations)|(?:be )?100\s?% (?:accurate|correct|sure)|completely accurate|(?:make sure|ensure) (?:it(?:'|’)?s|it is|everything is|that it is) (?:accurate|correct|right|true))\b/gi;

export const asksForNoMistakes: CoachRule = {
  id: "asks-for-no-mistakes",
  title: "“Make no mistakes”",
  why: "A model cannot follow “do not hallucinate”: it does not know when it does. Give the source and ask for quotes from it.",
  example: {
    before: "Do not hallucinate. Be 100 % accurate.",
    after: "Quote the sentence of the text that each claim rests on.",
  },
  source: SOURCES.anthropicHallucinations,
  find: (input) =>
    findWords(input, {
      pattern: MISTAKES,
      message: () =>
        "A model does not know when it errs. Give it the source and ask for the sentence a claim rests on.",
    }),
};
