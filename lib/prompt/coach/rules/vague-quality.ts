import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const VAGUE =
  "(?:engaging|compelling|captivating|high[- ]quality|world[- ]class|top[- ]notch|eye-catching|attention-grabbing|catchy|well[- ]written|amazing|awesome|stunning|impressive|outstanding|excellent|perfect|great|really good|very good|killer)";
/** What the answer is called; "high-quality bags" are the subject and none of our business. */
const ANSWER =
  "(?:blog|article|post|caption|text|copy|content|stor(?:y|ies)|e-?mail|letter|description|headline|title|slogan|tagline|poem|essay|speech|summary|introduction|intro|page|newsletter|ad|advert|bio|script|response|answer|output|report|presentation|subject line|tweet|press release|proposal|pitch|resume|cv|cover letter|website|landing|website|marketing|product description|linkedin|instagram|social media)s?\\b";
const WORDS = new RegExp(
  `\\b${VAGUE}(?=(?:,| and|,? and)? (?:[\\p{L}-]+,? (?:and )?){0,3}${ANSWER})|(?<=\\b(?:make|keep) (?:it|this|them|the [\\p{L}]+)(?: \\p{L}+,)?(?: (?:sound|look|feel|be|more|very|really|super|as|\\p{L}+ and))* )${VAGUE}\\b|(?<=\\b(?:should|must|has to|needs to) be (?:[\\p{L}]+(?:,| and) )?)${VAGUE}\\b|(?<=\\bin an? )${VAGUE}(?= (?:and \\p{L}+ )?(?:way|tone|manner|style)\\b)`,
  "giu",
);

export const vagueQuality: CoachRule = {
  id: "vague-quality",
  title: "Words that nobody can check",
  why: "“Engaging” or “high-quality” means something else to every reader, so the model guesses, and nobody can say whether it kept the promise. Say what a reader would see.",
  example: {
    before: "Write an engaging, high-quality post about our bakery.",
    after: "Write a post about our bakery that begins with a question and names one bread and its price.",
  },
  source: SOURCES.anthropic,
  find: (input) =>
    findWords(input, {
      pattern: WORDS,
      message: (words) =>
        `Nobody can check “${words.toLowerCase()}”. Say what a reader would see or do instead.`,
    }),
};
