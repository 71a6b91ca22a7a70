import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const NUMBER =
  /\b\d+\s*(?:-|–|to)?\s*\d*\s*(?:words|sentences|lines|characters|paragraphs|pages|minutes|seconds)\b/i;
/** "a fairly short walk" is no length of the answer. */
const OTHER_THING =
  /^\s*an?\s\|\s(?!(?:text|summary|answer|reply|e-?mail|post|article|story|poem|description|letter|message|paragraph|version|report|explanation|overview|and|but)\b)\p{L}/iu;

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
      unless: (told, at, words) =>
        NUMBER.test(told) ||
        OTHER_THING.test(`${told.slice(Math.max(0, at - 4), at)}|${told.slice(at + words.length)}`) ||
        (/^[^.!?\n]*\?/.test(told.slice(at)) && !/\b(?:can|could|would) you\b/i.test(told.slice(0, at))),
    }),
};
