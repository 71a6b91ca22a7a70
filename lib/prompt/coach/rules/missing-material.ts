import { SOURCES } from "../sources.ts";
import type { CoachField, CoachRule } from "../types.ts";

const NOUN =
  "(?:text|article|e-?mail|document|code|passage|paragraph|data|notes?|report|file|story|essay|list|table|message|review|function|diff|csv|transcript|lease|contract|invoice|screenshot|image|pdf|spreadsheet|log|script|snippet|ticket|conversation|letter|poem|query|resume|cv|job description)s?";
const POINTS = new RegExp(
  `\\b(?:the|this|these|my) (?:following|attached|above|provided|given|below|enclosed) (?:[\\p{L}-]+ )?${NOUN}\\b|\\b(?:the|this|these|my) (?:[\\p{L}-]+ )?${NOUN} (?:below|above|attached|provided|enclosed)\\b`,
  "iu",
);
/** More than this beside the order is the text itself. */
const MATERIAL_CHARS = 120;

export const missingMaterial: CoachRule = {
  id: "missing-material",
  title: "The text it speaks of is not there",
  why: "The prompt points at a text that nobody pasted. The model will invent one or ask for it.",
  example: {
    before: "Summarise the article below.",
    after: "Summarise the article between the tags.\n<article>\n…\n</article>",
  },
  source: SOURCES.gemini,
  find: ({ prompt, fields }) => {
    if (prompt.kind === "parts" && (prompt.documents || prompt.examples.length > 0)) return [];
    if (fields.some(({ text, units }) => text.includes("{{") || units.some(({ data }) => data))) return [];
    const index = fields.findIndex(
      ({ part, told }) => (part === "text" || part === "task") && POINTS.test(told),
    );
    const field = fields[index];
    const match = POINTS.exec(field?.told ?? "");
    if (field === undefined || match === null) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    if (hasMore(field, start, end) || fields.length - 1 > 2) return [];
    const message = `“${match[0]}”: nothing is pasted here. Add it between tags, or write {{text}} and fill it in below.`;
    return [{ message, field: index, start, end }];
  },
};

/** Other paragraphs, a quotation, or much more than the order itself: that may be the text. */
function hasMore({ text, sentences }: CoachField, start: number, end: number): boolean {
  const others = sentences.filter((sentence) => start < sentence.start || sentence.end < end);
  const beside = others.reduce((sum, { body }) => sum + body.length, 0);
  const behindColon = /:\s*(\S.*)$/s.exec(text.slice(end))?.[1] ?? "";
  return (
    behindColon.length > 20 || beside > MATERIAL_CHARS || /\S\s*\n\s*\S/.test(text) || /[“"„«]/.test(text)
  );
}
