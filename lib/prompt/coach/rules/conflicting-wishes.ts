import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const ANSWER =
  "(?:answer|it|response|guide|text|summary|explanation|article|report|overview|description|post)";
/** Pairs of wishes about one answer; each side has to speak of the answer itself. */
const PAIRS: readonly (readonly [one: RegExp, other: RegExp, sentence: string])[] = [
  [
    /(?:^|[.!?,:;]\s{1,3}|\n\W*|\b(?:be|keep it|keep this|and|but|very|a) )(?:brief|concise|short|succinct)(?= (?:and|but|answer|guide|text|summary|overview|report|article|post|explanation)\b|[,.;!\n]|\s*$)/i,
    new RegExp(
      `\\b(?:comprehensive|exhaustive|in[- ]depth|very detailed|extremely detailed|as detailed as possible|as much detail as possible|thorough)\\b(?=[\\p{L}, -]{0,30}${ANSWER}|[,.;!\\n]|\\s*$| and| but)`,
      "iu",
    ),
    "It is to be brief and exhaustive at once",
  ],
  [
    /\b(?:in an? |be |keep it |keep the tone |tone: ?|very |strictly )(?:very |strictly )?formal\b/i,
    /\b(?:in an? |be |keep it |keep the tone |tone: ?|very )(?:very )?(?:casual|informal|chatty|colloquial)\b/i,
    "It is to be formal and casual at once",
  ],
  [
    /\bin (?:one|a single|1|just one) sentence\b(?!,? (?:then|followed))/i,
    /\b(?:at least|exactly|minimum of|more than|over) [1-9]\d{2,3}[ -]words?\b/i,
    "It is to be one sentence and over a hundred words at once",
  ],
];

export const conflictingWishes: CoachRule = {
  id: "conflicting-wishes",
  title: "Wishes that pull both ways",
  why: "When a text should be brief and exhaustive, a model spends its effort on reconciling the two, or drops one of them.",
  example: {
    before: "Write a comprehensive guide to composting. Keep it brief.",
    after: "Write a guide to composting in 8 steps, one sentence each.",
  },
  source: SOURCES.gpt5,
  find: ({ told }) =>
    PAIRS.filter(([one, other]) => one.test(told) && other.test(told)).flatMap(([, , sentence]) =>
      wholePrompt(`${sentence}. Keep the one that matters, or say how much of each.`),
    ),
};
