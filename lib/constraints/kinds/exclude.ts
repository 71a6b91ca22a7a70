import { z } from "zod";
import { filledWords, findWords, wordNoun, wordsSchema } from "../find-words.ts";
import type { ConstraintKind } from "../types.ts";
import { list, quoted } from "../wording.ts";

const schema = z.strictObject({ kind: z.literal("exclude"), words: wordsSchema });

export const exclude: ConstraintKind<typeof schema> = {
  kind: "exclude",
  label: "Avoid words",
  schema,
  negatable: false,
  draft: { kind: "exclude", words: [] },
  fields: [{ name: "words", type: "words", label: "Words or phrases", placeholder: "very, really" }],
  chip: ({ words }) => `without ${list(filledWords(words), "or", 30)}`.trimEnd(),
  phrase({ words }) {
    const filled = filledWords(words);
    if (filled.length === 0) return "";
    const which = filled.length === 1 ? "the" : "any of the";
    return `Do not use ${which} ${wordNoun(filled)}${filled.length === 1 ? "" : "s"} ${list(filled, "or")}.`;
  },
  check(value, text, reading) {
    const words = filledWords(value.words);
    const asked = exclude.chip(value);
    if (words.length === 0)
      return { result: "undecided", found: "no words to look for yet", asked, spans: [] };
    // A word is used whichever apostrophe it is written with: "can’t" is "can't" here in both readings.
    const places = findWords(words, text, "loose", "word", reading === "loose" ? 1 : undefined);
    const there = words.flatMap((word, index) => {
      const times = places[index]?.length ?? 0;
      return times === 0 ? [] : [`${quoted(word)} ${times === 1 ? "once" : `${times} times`}`];
    });
    const found = there.length === 0 ? "none of them" : there.join(", ");
    return { result: there.length === 0 ? "pass" : "fail", found, asked, spans: places.flat() };
  },
};
