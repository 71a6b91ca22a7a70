import { z } from "zod";
import { COUNT_FIELDS, countChip, countRange, countShape } from "../count.ts";
import { readability } from "../flesch-kincaid.ts";
import type { ConstraintKind } from "../types.ts";

const schema = z.strictObject({
  kind: z.literal("reading-level"),
  not: z.boolean().optional(),
  ...countShape,
});

/** A formula, not a reader: it knows the length of sentences and of words, and nothing of what they say. */
export const readingLevel: ConstraintKind<typeof schema> = {
  kind: "reading-level",
  label: "Reading level (formula)",
  schema,
  negatable: true,
  draft: { kind: "reading-level", op: "at-most", n: 8 },
  fields: COUNT_FIELDS,
  chip: (value) => `Flesch-Kincaid ${countChip(value, "school year", "school years")}`,
  phrase(value) {
    return `Write for a reading level of ${countChip(value, "school year", "school years")} by the Flesch-Kincaid formula.`;
  },
  check(value, text) {
    const asked = readingLevel.chip(value);
    const measured = readability(text);
    if (measured.grade === null) return { result: "undecided", found: measured.why, asked, spans: [] };
    const grade = Math.round(measured.grade * 10) / 10;
    const { low, high } = countRange(value);
    const kept = value.op === "exactly" ? Math.round(grade) === low : grade >= low && grade <= high;
    return { result: kept ? "pass" : "fail", found: `school year ${grade} by the formula`, asked, spans: [] };
  },
};
