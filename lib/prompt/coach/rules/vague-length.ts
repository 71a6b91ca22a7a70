import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const vagueLength: CoachRule = {
  id: "vague-length",
  title: "A length that could be any",
  why: "“Fairly short” or “not too long” leaves the length to the model, and another run picks another one.",
  example: {
    before: "The description should be fairly short, not too much more than a few sentences.",
    after: "Write 3 to 5 sentences.",
  },
  source: SOURCES.openai,
  find: (input) =>
    findWords(input, {
      pattern:
        /\b(?:not (?:be )?(?:too|overly|very|super) (?:long|short|lengthy)|(?:fairly|relatively|reasonably|rather|pretty|quite|kind of|sort of|somewhat) (?:short|long|brief|concise|lengthy)|(?:a bit|a little|slightly|somewhat|much) (?:longer|shorter)|long[- ]ish|short[- ]ish|of (?:decent|appropriate|reasonable|medium) length|don(?:'|’)?t make it too long|too much more)\b/gi,
      message: (words) => `How long is “${words.toLowerCase()}”? Say a number of words, lines or sentences.`,
      unless: (told) =>
        /\b\d+\s*(?:-|–|to)?\s*\d*\s*(?:words|sentences|lines|characters|paragraphs|pages|minutes|seconds)\b/i.test(
          told,
        ),
    }),
};
