import { z } from "zod";
import { markedLinesWith } from "../code-fence.ts";
import { COUNT_FIELDS, countChip, countFinding, countShape } from "../count.ts";
import { matchSpans } from "../match-spans.ts";
import type { ConstraintKind, Span } from "../types.ts";

const schema = z.strictObject({ kind: z.literal("highlighted"), not: z.boolean().optional(), ...countShape });

/** "*x*", "**x**" or "***x***" within a line, with no space inside the asterisks; the asterisk of a bullet begins none. */
const HIGHLIGHT = /(?<!\*)\*{1,3}(?=[^\s*])[^*\n]*[^\s*]\*{1,3}/g;
const BULLET = /^\s*\*\s/;

function highlights(text: string): Span[] {
  return markedLinesWith(text, /\*/g).flatMap((line) => {
    if (line.role !== "text") return [];
    const skipped = BULLET.exec(line.text)?.[0].length ?? 0;
    return matchSpans(HIGHLIGHT, line.text.slice(skipped), line.start + skipped);
  });
}

export const highlighted: ConstraintKind<typeof schema> = {
  kind: "highlighted",
  label: "Highlights",
  schema,
  negatable: true,
  draft: { kind: "highlighted", op: "at-least", n: 3 },
  fields: COUNT_FIELDS,
  chip: (value) => countChip(value, "highlight", "highlights"),
  phrase: (value) => `Mark ${countChip(value, "highlight", "highlights")} in Markdown, like *this*.`,
  check(value, text) {
    const spans = highlights(text);
    return countFinding(value, spans.length, "highlight", "highlights", spans);
  },
};
