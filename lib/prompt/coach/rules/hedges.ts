import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** An order that is only tried, or holds "if possible"; "customers try to log in" is about somebody else. */
const HEDGE =
  /(?<=(?:^|[.!?:;]\s{1,3}|\n)\s{0,3}(?:[-*•]\s+|\d{1,2}[.)]\s+)?(?:please |and |also |but |just )?)(?:try to\s+)+(?=(?:not|keep|be|make|use|avoid|write|limit|stay|include|explain|answer|stick|sound|focus|mention)\b)|(?<=\b(?:please|but|you should) )(?:try to\s+)+(?=(?:not|keep|be|make|use|avoid|write|limit|stay|include|stick|sound)\b)|(?<=(?:words|lines|sentences|characters|paragraphs|page|short|brief|jargon|english|german|points|bullets),? )if (?:at all )?possible\b/gim;

export const hedges: CoachRule = {
  id: "hedges",
  title: "An instruction that takes itself back",
  why: "“Try to” and “if possible” say that the rule may be skipped. Keep the rule, or leave it out.",
  example: { before: "Try to keep it under 100 words if possible.", after: "Keep it under 100 words." },
  source: SOURCES.anthropic,
  find: (input) =>
    findWords(input, {
      pattern: HEDGE,
      message: (words) => `“${words}” makes the rule optional. Mean it, or leave the rule out.`,
    }).map((finding) => {
      const text = input.fields[finding.field ?? 0]?.text ?? "";
      const words = text.slice(finding.start, finding.end);
      return /^try/i.test(words) ? withoutTry(text, finding) : finding;
    }),
};

/** "Try to keep" → "Keep", "try to not use" → "do not use". */
function withoutTry<F extends { start: number; end: number }>(text: string, finding: F) {
  const verb = /^\s*([a-z]+)/i.exec(text.slice(finding.end));
  const said = verb?.[1] ?? "";
  const word = said.toLowerCase() === "not" ? "do not" : said;
  const capital = text.charAt(finding.start) === "T";
  const replacement = capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  const end = finding.end + (verb?.[0].length ?? 0);
  return { ...finding, end, fix: { label: "Remove “try to”", replacement } };
}
