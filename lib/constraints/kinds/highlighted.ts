import { z } from "zod";
import { markedLines } from "../code-fence.ts";
import { COUNT_FIELDS, countChip, countFinding, countShape } from "../count.ts";
import type { ConstraintKind, Span } from "../types.ts";

const schema = z.strictObject({ kind: z.literal("highlighted"), not: z.boolean().optional(), ...countShape });

/** "*x*", "**x**" or "***x***" within a line, with no space inside the asterisks; the asterisk of a bullet begins none. */
const HIGHLIGHT = /(?<!\*)\*{1,3}(?=[^\s*])[^*\n]*[^\s*]\*{1,3}/g;
const BULLET = /^\s*\*\s/;

function highlights(text: string): Span[] {
  return markedLines(text).flatMap((line) => {
    if (line.role !== "text" || !line.text.includes("*")) return [];
    const skipped = BULLET.exec(line.text)?.[0].length ?? 0;
    return [...line.text.slice(skipped).matchAll(HIGHLIGHT)].map((match) => {
      const start = line.start + skipped + match.index;
      return { start, end: start + match[0].length };
    });
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
