import { z } from "zod";
import { COUNT_FIELDS, countChip, countFinding, countShape, decidedAfter } from "../count.ts";
import { countSentences, sentenceSpans } from "../sentence-spans.ts";
import type { ConstraintKind } from "../types.ts";

const schema = z.strictObject({
  kind: z.literal("sentences"),
  not: z.boolean().optional(),
  ...countShape,
});

/** Thai and Lao put no mark at the end of a sentence, so no rule can count them. */
const UNMARKED = /[\p{Script=Thai}\p{Script=Lao}]/u;

export const sentences: ConstraintKind<typeof schema> = {
  kind: "sentences",
  label: "Sentences",
  schema,
  negatable: true,
  draft: { kind: "sentences", op: "exactly", n: 3 },
  fields: COUNT_FIELDS,
  chip: (value) => countChip(value, "sentence", "sentences"),
  phrase: (value) => `Write ${countChip(value, "sentence", "sentences")}.`,
  check(value, text, reading) {
    const spans = reading === "strict" ? sentenceSpans(text) : [];
    const count = reading === "strict" ? spans.length : countSentences(text, decidedAfter(value));
    const finding = countFinding(value, count, "sentence", "sentences", spans);
    // The loose reading is only asked when the strict one has decided.
    if (reading === "loose" || !UNMARKED.test(text)) return finding;
    return { ...finding, result: "undecided", found: "a script that does not mark its sentences", spans: [] };
  },
};
