import { z } from "zod";
import { COUNT_FIELDS, countChip, countFinding, countRange, countShape } from "../count.ts";
import { countWords, wordSpans } from "../segment.ts";
import type { ConstraintKind, Span } from "../types.ts";

const schema = z.strictObject({ kind: z.literal("words"), not: z.boolean().optional(), ...countShape });

/** The evidence of too many words is where the surplus begins; too few have none to point at. */
function surplus(text: string, count: number, high: number): Span[] {
  if (count <= high) return [];
  const spans = wordSpans(text);
  const first = spans[high];
  const last = spans.at(-1);
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}

export const words: ConstraintKind<typeof schema> = {
  kind: "words",
  label: "Words",
  schema,
  negatable: true,
  draft: { kind: "words", op: "at-most", n: 100 },
  fields: COUNT_FIELDS,
  chip: (value) => countChip(value, "word", "words"),
  phrase: (value) => `Write ${countChip(value, "word", "words")}.`,
  check(value, text, reading) {
    const count = countWords(text);
    const evidence = reading === "strict" ? surplus(text, count, countRange(value).high) : [];
    return countFinding(value, count, "word", "words", evidence);
  },
};
