import { z } from "zod";
import { wellFormed } from "#lib/base/well-formed.ts";
import { COUNT_FIELDS, countChip, countFinding, countShape } from "../count.ts";
import { foldCase, normalText } from "../fold.ts";
import type { ConstraintKind, Span } from "../types.ts";
import { quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("letter"),
  not: z.boolean().optional(),
  /** One letter or sign; more than one is looked for as it stands. */
  letter: z.string().max(20).transform(wellFormed),
  ...countShape,
});

const MAX_SPANS = 100;

/** Capitals or not; the first places are enough as evidence. */
function places(text: string, letter: string): { count: number; spans: Span[] } {
  const spans: Span[] = [];
  let count = 0;
  for (let at = text.indexOf(letter); at !== -1; at = text.indexOf(letter, at + letter.length)) {
    count += 1;
    if (spans.length < MAX_SPANS) spans.push({ start: at, end: at + letter.length });
  }
  return { count, spans };
}

export const letter: ConstraintKind<typeof schema> = {
  kind: "letter",
  label: "Letter, so many times",
  schema,
  negatable: true,
  draft: { kind: "letter", letter: "", op: "at-most", n: 5 },
  fields: [{ name: "letter", type: "text", label: "Letter", placeholder: "e" }, ...COUNT_FIELDS],
  chip: (value) => `the letter ${quoted(value.letter.trim())} ${countChip(value, "time", "times")}`,
  phrase: (value) =>
    value.letter.trim() === ""
      ? ""
      : `Use the letter ${quoted(value.letter.trim())} ${countChip(value, "time", "times")}.`,
  check(value, text) {
    const asked = letter.chip(value);
    const wanted = foldCase(normalText(value.letter).trim());
    if (wanted === "") return { result: "undecided", found: "no letter to look for yet", asked, spans: [] };
    const { count, spans } = places(foldCase(text), wanted);
    return { ...countFinding(value, count, "time", "times", spans), asked };
  },
};
