import { z } from "zod";
import { COUNT_FIELDS, countChip, countFinding, countShape } from "../count.ts";
import { matchSpans } from "../match-spans.ts";
import type { ConstraintKind, Span } from "../types.ts";

const schema = z.strictObject({ kind: z.literal("lines"), not: z.boolean().optional(), ...countShape });

/** Lines with something on them: a blank line between stanzas is spacing, not a line. */
function nonEmptyLines(text: string): Span[] {
  return matchSpans(/[^\r\n\u2028\u2029]+/g, text).filter(
    ({ start, end }) => text.slice(start, end).trim() !== "",
  );
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
