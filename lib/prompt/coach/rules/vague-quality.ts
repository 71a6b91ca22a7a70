import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const WORDS =
  /\b(?:engaging|compelling|captivating|high[- ]quality|world[- ]class|amazing|awesome|great|perfect|top[- ]notch|best possible|eye-catching|professional[- ]looking|really good|very good|well[- ]written|outstanding|catchy|stunning|impressive|excellent)\b/gi;

export const vagueQuality: CoachRule = {
  id: "vague-quality",
  title: "Words that nobody can check",
  why: "“Engaging” or “high-quality” means something else to every reader, so the model guesses and nobody can say whether it kept the promise. Say what a reader would see.",
  example: {
    before: "Write an engaging, high-quality post about our bakery.",
    after: "Write a post about our bakery that begins with a question and names one bread and its price.",
  },
  source: SOURCES.anthropicClear,
  find: (input) =>
    findWords(input, {
      pattern: WORDS,
      message: (words) =>
        `Nobody can check “${words.toLowerCase()}”. Say what a reader would see or do instead.`,
      unless: (told, at, words) =>
        /\b(?:not|no|avoid|without|less|don'?t)\b[^.\n]{0,24}$/i.test(told.slice(Math.max(0, at - 30), at)) ||
        (/quality$/i.test(words) === false && /^[^\n]{0,2}-/.test(told.slice(at + words.length))),
    }),
};
