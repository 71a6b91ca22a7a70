import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const lengthInTwoUnits: CoachRule = {
  id: "length-in-two-units",
  title: "Two lengths that cannot both hold",
  why: "“In one sentence, 200 words” cannot be kept, and which one gives way differs from run to run.",
  example: {
    before: "Explain it in one sentence of 200 words.",
    after: "Explain it in 3 sentences of at most 25 words.",
  },
  source: SOURCES.ifeval,
  find: ({ told }) => {
    const sentences = /\b(?:in )?(?:one|a single|1) sentence\b/i.test(told);
    const words = Number(
      /\b(?:at least|minimum(?: of)?|over|more than|exactly)?\s*(\d{3,5})[ -]words?\b/i.exec(told)?.[1] ?? 0,
    );
    const short =
      /\b(?:very )?(?:short|brief|concise)\b/i.test(told) &&
      /\b(?:in[- ]depth|comprehensive|exhaustive|as much detail as possible|very detailed|extensive)\b/i.test(
        told,
      );
    if (sentences && words >= 100)
      return wholePrompt(`One sentence of ${words} words: one of the two will give way. Keep one.`);
    return short
      ? wholePrompt("It should be brief and exhaustive at once: one of the two will give way. Keep one.")
      : [];
  },
};
