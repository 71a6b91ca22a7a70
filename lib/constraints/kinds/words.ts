import { z } from "zod";
import { COUNT_FIELDS, countChip, countFinding, countRange, countShape } from "../count.ts";
import { wordSpans } from "../segment.ts";
import type { ConstraintKind, Span } from "../types.ts";

const schema = z.strictObject({ kind: z.literal("words"), not: z.boolean().optional(), ...countShape });

/** The evidence of too many words is where the surplus begins; too few have none to point at. */
function surplus(spans: readonly Span[], high: number): Span[] {
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
  check(value, text) {
    const spans = wordSpans(text);
    const evidence = surplus(spans, countRange(value).high);
    return countFinding(value, spans.length, "word", "words", evidence);
  },
};
