import { z } from "zod";

/** A tag or a label is a word or two. */
const name = z.string().min(1).max(60);

/**
 * How the final answer is read out of a text: what stands in a tag, what follows a label, the last number, the last
 * line, or all of it.
 */
export const answerRuleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("tag"), tag: name }),
  z.strictObject({ kind: z.literal("label"), label: name }),
  z.strictObject({ kind: z.literal("last-number") }),
  z.strictObject({ kind: z.literal("last-line") }),
  z.strictObject({ kind: z.literal("whole") }),
]);

export type AnswerRule = z.infer<typeof answerRuleSchema>;

/** Up to so many characters a whole text is one answer, such as a number, a code or a name. */
const SHORT_CHARS = 40;
const TAG = /<([a-z][a-z_-]{1,30})>[^<>]{1,200}<\/\1>/gi;
const LABEL = /^[\s*_#>-]*(?:final |the )?(answer|result|total)\s*\**:/i;

/**
 * The rule by which texts of one prompt can be compared, from the texts themselves: a tag or a label that most of
 * them write, or all of them when they are short. Null for prose, of which there is no majority.
 */
export function chooseAnswerRule(texts: readonly string[]): AnswerRule | null {
  const written = texts.filter((text) => text.trim() !== "");
  if (written.length === 0) return null;
  const tag = mostCommon(
    written.map((text) => [...text.matchAll(TAG)].at(-1)?.[1]?.toLowerCase()),
    written.length,
  );
  if (tag !== null) return { kind: "tag", tag };
  const label = mostCommon(written.map(labelOf), written.length);
  if (label !== null) return { kind: "label", label };
  const short = written.every((text) => text.trim().length <= SHORT_CHARS && !text.trim().includes("\n"));
  return short ? { kind: "whole" } : null;
}

/** "Answer" of "**Final answer:** 42"; undefined where no line begins so. */
function labelOf(text: string): string | undefined {
  const found = text
    .split(/\r?\n/)
    .map((line) => LABEL.exec(line)?.[1])
    .findLast((label) => label !== undefined);
  return found === undefined ? undefined : `${found.charAt(0).toUpperCase()}${found.slice(1).toLowerCase()}`;
}

/** The name that more than half of the texts have. */
function mostCommon(names: readonly (string | undefined)[], of: number): string | null {
  const counts = Map.groupBy(names, (each) => each);
  for (const [each, members] of counts) {
    if (each !== undefined && members.length * 2 > of) return each;
  }
  return null;
}

/** In words, for a person: what is compared. */
export function answerRuleWords(rule: AnswerRule): string {
  switch (rule.kind) {
    case "tag":
      return `what stands in <${rule.tag}>`;
    case "label":
      return `what follows “${rule.label}”`;
    case "last-number":
      return "the last number";
    case "last-line":
      return "the last line";
    case "whole":
      return "the whole answer";
  }
}
