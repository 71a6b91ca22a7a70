import { z } from "zod";
import { COUNT_FIELDS, countChip, countFinding, countShape } from "../count.ts";
import type { ConstraintKind, Span } from "../types.ts";

const schema = z.strictObject({ kind: z.literal("lines"), not: z.boolean().optional(), ...countShape });

/** Lines with something on them: a blank line between stanzas is spacing, not a line. */
function nonEmptyLines(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    if (match[0].trim() !== "") spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

export const lines: ConstraintKind<typeof schema> = {
  kind: "lines",
  label: "Lines",
  schema,
  negatable: true,
  draft: { kind: "lines", op: "exactly", n: 4 },
  fields: COUNT_FIELDS,
  chip: (value) => countChip(value, "line", "lines"),
  phrase: (value) => `Write ${countChip(value, "line", "lines")}.`,
  check(value, text) {
    const spans = nonEmptyLines(text);
    return countFinding(value, spans.length, "line", "lines", spans);
  },
};
