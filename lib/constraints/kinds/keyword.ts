import { z } from "zod";
import { wellFormed } from "#lib/base/well-formed.ts";
import { COUNT_FIELDS, countChip, countFinding, countShape, decidedAfter } from "../count.ts";
import { findWords, MATCH_FIELD, matchSchema } from "../find-words.ts";
import type { ConstraintKind } from "../types.ts";
import { clip, quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("keyword"),
  not: z.boolean().optional(),
  word: z.string().max(200).transform(wellFormed),
  ...countShape,
  match: matchSchema,
});

export const keyword: ConstraintKind<typeof schema> = {
  kind: "keyword",
  label: "Keyword, so many times",
  schema,
  negatable: true,
  draft: { kind: "keyword", word: "", op: "at-least", n: 2 },
  fields: [
    { name: "word", type: "text", label: "Word", placeholder: "sunrise" },
    ...COUNT_FIELDS,
    MATCH_FIELD,
  ],
  chip: (value) => `${quoted(clip(value.word))} ${countChip(value, "time", "times")}`,
  phrase(value) {
    const word = value.word.trim();
    const noun = /\s/.test(word) ? "phrase" : "word";
    return word === "" ? "" : `Use the ${noun} ${quoted(word)} ${countChip(value, "time", "times")}.`;
  },
  check(value, text, reading) {
    const asked = keyword.chip(value);
    const word = value.word.trim();
    if (word === "") return { result: "undecided", found: "no word to look for yet", asked, spans: [] };
    const most = reading === "loose" ? decidedAfter(value) + 1 : undefined;
    const spans = findWords([word], text, reading, value.match, most).flat();
    return { ...countFinding(value, spans.length, "time", "times", spans), asked };
  },
};
