import { z } from "zod";
import { wellFormed } from "#lib/base/well-formed.ts";
import { markedLinesFrom } from "../code-fence.ts";
import { COUNT_FIELDS, type Count, countChip, countFinding, countShape } from "../count.ts";
import { foldCase, normalText } from "../fold.ts";
import { startOfLineWith, wordsStart } from "../line-sign.ts";
import type { ConstraintKind, Reading, Span } from "../types.ts";
import { quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("sections"),
  not: z.boolean().optional(),
  ...countShape,
  /** The word before each section's number: "Section" for "Section 1", "Section 2". */
  marker: z.string().max(40).transform(wellFormed),
});

function markerOf(value: { marker: string }): string {
  return value.marker.trim();
}

function chip(value: Count & { marker: string }): string {
  return `${countChip(value, "section", "sections")} marked ${quoted(`${markerOf(value)} X`)}`;
}

/** Lines whose first words are the marker and a number. */
function headings(text: string, marker: string, reading: Reading): Span[] {
  const fold = reading === "loose" ? foldCase : (part: string) => part;
  const wanted = fold(normalText(marker));
  const spans: Span[] = [];
  for (const line of markedLinesFrom(text, startOfLineWith(wanted))) {
    const at = wordsStart(line.text);
    if (!fold(line.text.slice(at, at + wanted.length + 2)).startsWith(wanted)) continue;
    const number = /^[ \t]?\p{Nd}{1,6}(?!\p{Nd})/u.exec(line.text.slice(at + wanted.length));
    if (number !== null)
      spans.push({ start: line.start + at, end: line.start + at + wanted.length + number[0].length });
  }
  return spans;
}

export const sections: ConstraintKind<typeof schema> = {
  kind: "sections",
  label: "Sections",
  schema,
  negatable: true,
  draft: { kind: "sections", op: "at-least", n: 3, marker: "Section" },
  fields: [
    ...COUNT_FIELDS,
    { name: "marker", type: "text", label: "Each begins with", placeholder: "Section" },
  ],
  chip,
  phrase(value) {
    const marker = markerOf(value);
    if (marker === "") return "";
    const count = countChip(value, "section", "sections");
    return `Write ${count} and begin each with ${quoted(`${marker} X`)}, where X is its number.`;
  },
  check(value, text, reading) {
    const asked = chip(value);
    const marker = markerOf(value);
    if (marker === "") return { result: "undecided", found: "no marker to look for yet", asked, spans: [] };
    const spans = headings(text, marker, reading);
    return { ...countFinding(value, spans.length, "section", "sections", spans), asked };
  },
};
