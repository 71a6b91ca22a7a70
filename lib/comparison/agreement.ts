import type { AnswerRule } from "./answer-rule.ts";

/** Below three samples there is nothing to count. */
export const MIN_COUNTED = 3;

/** One answer and how many samples gave it. */
export interface AnswerShare {
  /** As the first sample that gave it wrote it. */
  answer: string;
  count: number;
}

export interface Agreement {
  /** Most frequent first; those with equal counts in the order in which they came. */
  answers: AnswerShare[];
  /** The answer that more samples gave than any other; null on a tie for the first place, or without answers. */
  majority: AnswerShare | null;
  /** Texts in which the rule found an answer. */
  read: number;
  /** Texts in which it found none. */
  unread: number;
}

/** Groups of three with a sign between them, or digits alone; then perhaps decimals, behind a point or a comma. */
const DIGITS = String.raw`(?:\d{1,3}(?:[, \u00a0\u202f’']\d{3})+(?!\d)|\d+)(?:[.,]\d+)?`;
/** A minus counts where nothing stands before it: "3-5" is a range. */
const NUMBER = new RegExp(String.raw`(?:(?<![\p{L}\p{N}])[-−+])?${DIGITS}`, "gu");
const ONE_NUMBER = new RegExp(`^[-−+]?${DIGITS}$`, "u");

/** The final answer of a text by a rule; null when the rule finds none. */
export function readAnswer(text: string, rule: AnswerRule): string | null {
  switch (rule.kind) {
    case "tag":
      return insideTag(text, rule.tag);
    case "label":
      return afterLabel(text, rule.label);
    case "last-number":
      return [...text.matchAll(NUMBER)].at(-1)?.[0] ?? null;
    case "last-line":
      return lines(text).at(-1) ?? null;
    case "whole":
      return text.trim() === "" ? null : text.trim();
  }
}

/**
 * Self-consistency: several samples of one prompt, each read by the same rule, and the answer that most of them
 * agree on (Wang et al. 2022, arXiv 2203.11171). Capitals, marks around an answer and thousands signs do not count
 * as differences.
 */
export function agreement(texts: readonly string[], rule: AnswerRule): Agreement {
  const shares = new Map<string, AnswerShare>();
  let unread = 0;
  for (const text of texts) {
    const answer = readAnswer(text, rule);
    const key = answer === null ? "" : keyOf(answer);
    if (answer === null || key === "") {
      unread += 1;
      continue;
    }
    const share = shares.get(key) ?? { answer: answer.trim(), count: 0 };
    share.count += 1;
    shares.set(key, share);
  }
  const answers = [...shares.values()].sort((a, b) => b.count - a.count);
  const [first, second] = answers;
  return {
    answers,
    majority: first === undefined || first.count === second?.count ? null : first,
    read: texts.length - unread,
    unread,
  };
}

/** What follows "Label:" or "Label –" where a line begins so, as `labelOf` finds it; on the next line when nothing is beside it. */
function afterLabel(text: string, label: string): string | null {
  const wanted = label.trim().replace(/:$/, "");
  if (wanted === "") return null;
  const all = lines(text);
  const at = all.findLastIndex((line) => labelEnd(line, wanted) !== null);
  const line = all[at];
  if (line === undefined) return null;
  const beside = line.slice(labelEnd(line, wanted) ?? 0).replace(/^[\s*_]+/, "");
  return beside === "" ? (all[at + 1]?.trim() ?? null) : beside;
}

/** Where a line's "**Final answer:**" ends; null when the line does not begin so. */
function labelEnd(line: string, label: string): number | null {
  const lower = line.toLowerCase();
  const start = /^[\s*_#>-]*(?:final |the )?/.exec(lower)?.[0].length ?? 0;
  const bare = /^[\s*_#>-]*/.exec(lower)?.[0].length ?? 0;
  for (const from of [start, bare]) {
    if (!lower.startsWith(label.toLowerCase(), from)) continue;
    const end = from + label.length;
    const colon = /^\s*[*_]*\s*[:–—-]/.exec(lower.slice(end));
    if (colon !== null) return end + colon[0].length;
  }
  return null;
}

/** What stands in the last pair of tags; null when it was never closed, or is empty. */
function insideTag(text: string, tag: string): string | null {
  const lower = text.toLowerCase();
  const close = lower.lastIndexOf(`</${tag.toLowerCase()}>`);
  const opening = `<${tag.toLowerCase()}>`;
  const open = close === -1 ? -1 : lower.lastIndexOf(opening, close);
  if (open === -1) return null;
  const inside = text.slice(open + opening.length, close).trim();
  return inside === "" ? null : inside;
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

function keyOf(answer: string): string {
  const bare = answer
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^[\s"'“”‘’*_`([{$€£]+|[\s"'“”‘’*_`)\]}.!,;:%]+$/g, "")
    .replace(/\s+/g, " ");
  return ONE_NUMBER.test(bare) ? numberKey(bare) : bare;
}

/** "1,234.50" and "1234.5" are one number, "1,5" and "15" are two. */
function numberKey(bare: string): string {
  const decimals = /[.,](\d+)$/.exec(bare);
  const grouped = /^[-−+]?\d{1,3}(?:[, ’']\d{3})+$/.test(bare);
  const whole = decimals === null || grouped ? bare : bare.slice(0, decimals.index);
  const part = decimals === null || grouped ? "" : (decimals[1] ?? "").replace(/0+$/, "");
  const digits = whole.replace(/[, ’'+]/g, "").replace("−", "-");
  return part === "" ? digits : `${digits}.${part}`;
}
