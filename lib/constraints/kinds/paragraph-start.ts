import { z } from "zod";
import { wellFormed } from "#lib/base/well-formed.ts";
import { beginsWith } from "../edge-text.ts";
import { foldAll, foldCase, normalText } from "../fold.ts";
import { paragraphsOf } from "../parts.ts";
import type { ConstraintKind } from "../types.ts";
import { clip, quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("paragraph-start"),
  not: z.boolean().optional(),
  /** Which paragraph, from 1; paragraphs have a blank line between them. */
  paragraph: z.int().min(1).max(1_000),
  word: z.string().max(200).transform(wellFormed),
});

/** Marks that may stand before a first word without being part of it: quotation marks, loosely any sign. */
const QUOTES = /^["'“”‘’„«»「『]+/u;
const SIGNS = /^[\p{P}\p{S}\s]+/u;

export const paragraphStart: ConstraintKind<typeof schema> = {
  kind: "paragraph-start",
  label: "Paragraph starts with",
  schema,
  negatable: true,
  draft: { kind: "paragraph-start", paragraph: 1, word: "" },
  fields: [
    { name: "paragraph", type: "number", label: "Paragraph", min: 1, max: 1_000 },
    { name: "word", type: "text", label: "First word", placeholder: "First" },
  ],
  chip: ({ paragraph, word }) => `paragraph ${paragraph} starts with ${quoted(clip(word))}`,
  phrase: ({ paragraph, word }) =>
    word.trim() === "" ? "" : `Start paragraph ${paragraph} with the word ${quoted(word.trim())}.`,
  check(value, text, reading) {
    const asked = paragraphStart.chip(value);
    const word = normalText(value.word).trim();
    if (word === "") return { result: "undecided", found: "no word to look for yet", asked, spans: [] };
    const all = paragraphsOf(text);
    const part = all[value.paragraph - 1];
    if (part === undefined) {
      const found = all.length === 1 ? "1 paragraph" : `${all.length} paragraphs`;
      return { result: "fail", found: `only ${found}`, asked, spans: [] };
    }
    const fold = reading === "loose" ? foldAll : foldCase;
    const paragraph = text.slice(part.start, part.end);
    const leading = reading === "loose" ? SIGNS : QUOTES;
    const skipped = leading.test(word) ? 0 : (leading.exec(paragraph)?.[0].length ?? 0);
    const kept = beginsWith(fold(paragraph.slice(skipped)), fold(word));
    const first = /^\S*/.exec(paragraph.slice(skipped))?.[0] ?? "";
    const start = part.start + skipped;
    const end = start + (kept ? word.length : first.length);
    return {
      result: kept ? "pass" : "fail",
      found: `starts with ${quoted(clip(first))}`,
      asked,
      spans: start < end ? [{ start, end }] : [],
    };
  },
};
