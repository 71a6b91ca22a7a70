import { z } from "zod";
import { filledWords, findWords, MATCH_FIELD, matchSchema, wordNoun, wordsSchema } from "../find-words.ts";
import type { ConstraintKind } from "../types.ts";
import { list } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("include"),
  words: wordsSchema,
  mode: z.enum(["all", "any"]).default("all"),
  match: matchSchema,
});

type Include = z.infer<typeof schema>;

function chip(value: Include): string {
  return `includes ${list(filledWords(value.words), value.mode === "all" ? "and" : "or", 30)}`.trimEnd();
}

export const include: ConstraintKind<typeof schema> = {
  kind: "include",
  label: "Include words",
  schema,
  negatable: false,
  draft: { kind: "include", words: [], mode: "all" },
  fields: [
    { name: "words", type: "words", label: "Words or phrases", placeholder: "sunrise, calm lake" },
    {
      name: "mode",
      type: "choice",
      label: "Of these",
      options: [
        { value: "all", label: "all" },
        { value: "any", label: "at least one" },
      ],
    },
    MATCH_FIELD,
  ],
  chip,
  phrase(value) {
    const words = filledWords(value.words);
    const noun = wordNoun(words);
    if (words.length === 0) return "";
    if (words.length === 1) return `Include the ${noun} ${list(words, "and")}.`;
    if (value.mode === "all") return `Include the ${noun}s ${list(words, "and")}.`;
    return `Include at least one of the ${noun}s ${list(words, "or")}.`;
  },
  check(value, text, reading) {
    const words = filledWords(value.words);
    const asked = chip(value);
    if (words.length === 0)
      return { result: "undecided", found: "no words to look for yet", asked, spans: [] };
    const places = findWords(words, text, reading, value.match, reading === "loose" ? 1 : undefined);
    const there = words.filter((_, index) => places[index]?.length);
    const missing = words.filter((_, index) => !places[index]?.length);
    const kept = value.mode === "all" ? missing.length === 0 : there.length > 0;
    const found = kept ? `has ${list(there, "and", 30)}` : `no ${list(missing, "or", 30)}`;
    return { result: kept ? "pass" : "fail", found, asked, spans: places.flat() };
  },
};
