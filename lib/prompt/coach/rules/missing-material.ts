import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const POINTS =
  /\b(?:the (?:following|attached|above|provided|given) (?:text|article|email|document|code|passage|paragraph|data|notes?|report|file|story|essay|list|table|message|review)|the (?:text|article|email|document|code|passage|paragraph|notes?|report|essay|list|table|message|review) (?:below|above|attached|provided))\b/i;

const MATERIAL = /<[a-z][\w-]*>|```|"""|“[^”]{25,}”|"[^"]{25,}"/i;

export const missingMaterial: CoachRule = {
  id: "missing-material",
  title: "The text it speaks of is not there",
  why: "The prompt points at a text that nobody pasted. The model will invent one or ask for it.",
  example: {
    before: "Summarise the article below.",
    after: "Summarise the article between the tags. <article> … </article>",
  },
  source: SOURCES.gemini,
  find: ({ prompt, fields, told }) => {
    if (prompt.kind === "parts" && (prompt.documents || prompt.examples.length > 0)) return [];
    const match = POINTS.exec(told);
    if (match === null) return [];
    const everything = fields.map(({ text }) => text).join("\n");
    if (everything.includes("{{") || MATERIAL.test(everything)) return [];
    const at = fields.findIndex((field) => field.told.includes(match[0]));
    const rest = everything.slice(everything.indexOf(match[0]) + match[0].length);
    if (rest.replace(/\s+/g, " ").trim().length > 80) return [];
    const start = fields[at]?.told.indexOf(match[0]) ?? 0;
    return [
      {
        message: `“${match[0].trim()}”: nothing is pasted. Add it between tags, or write {{text}} and fill it in below.`,
        field: at === -1 ? null : at,
        start: at === -1 ? 0 : start,
        end: at === -1 ? 0 : start + match[0].length,
      },
    ];
  },
};
