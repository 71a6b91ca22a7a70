import { type Count, countRange } from "#lib/constraints/count.ts";
import { foldCase, foldQuotes, foldSpace, normalText } from "#lib/constraints/fold.ts";

/** The answer as checks read it: LF line ends, composed accents. */
const NORMAL = String.raw`output.replace(/\r\n?/g, "\n").normalize("NFC")`;
/** As words are looked for: no capitals, plain spaces and hyphens. */
const FOLDED = String.raw`.replaceAll("\u0130", "i").toLowerCase().replaceAll("\u03c2", "\u03c3").replace(/[^\S ]/g, " ").replace(/[\u2010\u2011]/g, "-")`;

/** And every quotation mark a straight one. */
const STRAIGHT = String.raw`.replace(/[‘’‚‛′\u0060´]/g, "'").replace(/[“”„‟″«»]/g, "\u0022")`;

const WORD = String.raw`[\p{L}\p{M}\p{N}_]`;
const UNSPACED = `[${["Han", "Hiragana", "Katakana", "Hangul", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan"].map((name) => `\\p{scx=${name}}`).join("")}]`;
/** Where a word may begin or end, as a pattern; see lib/constraints/boundary.ts. */
const EDGE = String.raw`(?:^|(?!\p{M})(?:(?<!${WORD})|(?!${WORD})|(?<=${UNSPACED})|(?=${UNSPACED})))`;

export interface Rule {
  /** An expression of `text`, and of `edge` where it needs that. */
  holds: string;
  /** What `text` is: as it came but for its form, the same trimmed, or as words are looked for in it, with straight quotes or not. */
  reads: "whole" | "trimmed" | "folded" | "straight";
  not: boolean;
}

/** A rule as one expression on one line, of `output`; an empty answer keeps none, not even one to leave something out. */
export function ruleScript({ holds, reads, not }: Rule): string {
  const text = `${NORMAL}${READINGS[reads].script}`;
  const edges = holds.includes("edge");
  const result = not ? `!(${holds})` : holds;
  return inOneLine(
    `((text${edges ? ", edge" : ""}) => text.trim() !== "" && ${result})(${text}${edges ? `, ${JSON.stringify(EDGE)}` : ""})`,
  );
}

const folded = (text: string) => foldSpace(foldCase(text));

/** How each rule reads: the answer, as an expression, and what it looks for, in the same way. */
const READINGS: { readonly [Each in Rule["reads"]]: { script: string; form(text: string): string } } = {
  whole: { script: "", form: (text) => text },
  trimmed: { script: ".trim()", form: (text) => text },
  folded: { script: FOLDED, form: folded },
  straight: { script: FOLDED + STRAIGHT, form: (text) => foldQuotes(folded(text)) },
};

/** A text as a pattern for itself, in quotation marks: of the text as a rule reads it. */
export function patternText(text: string, reads: Rule["reads"]): string {
  const plain = READINGS[reads].form(normalText(text).trim());
  return quotedScript(plain.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`));
}

export function quotedScript(text: string | readonly string[]): string {
  return JSON.stringify(text);
}

/** Whether an amount is within a count, as an expression. */
export function within(amount: string, count: Count): string {
  const { low, high } = countRange(count);
  if (low === high) return `${amount} === ${low}`;
  if (!Number.isFinite(high)) return `${amount} >= ${low}`;
  return low === 0 ? `${amount} <= ${high}` : `((n) => n >= ${low} && n <= ${high})(${amount})`;
}

function inOneLine(expression: string): string {
  return expression.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
