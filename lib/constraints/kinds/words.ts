import { z } from "zod";
import { COUNT_FIELDS, countChip, countFinding, countRange, countShape, decidedAfter } from "../count.ts";
import type { ConstraintKind, Span } from "../types.ts";
import { countWords, wordStart } from "../word-spans.ts";

const schema = z.strictObject({ kind: z.literal("words"), not: z.boolean().optional(), ...countShape });

/** Counted in any case, also where a dictionary has to tell the words; a longer text is counted as far as it takes to decide. */
const COUNTED = 10_000;

/** The evidence of too many words is the text from where the surplus begins; too few have none to point at. */
function surplus(text: string, count: number, high: number): Span[] {
  const start = count > high ? wordStart(text, high) : null;
  return start === null ? [] : [{ start, end: text.trimEnd().length }];
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
    const decided = decidedAfter(value);
    const enough = reading === "strict" ? Math.max(COUNTED, decided) : decided;
    const counted = countWords(text, enough);
    const count = counted ?? enough + 1;
    const evidence = reading === "strict" ? surplus(text, count, countRange(value).high) : [];
    const finding = countFinding(value, count, "word", "words", evidence);
    return counted === null ? { ...finding, found: `more than ${enough} words` } : finding;
  },
};
