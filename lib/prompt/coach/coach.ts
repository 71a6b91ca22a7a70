import { looksEnglish } from "../recognise/english.ts";
import type { Prompt } from "../schema.ts";
import { coachInput, textAt, withTextAt } from "./fields.ts";
import { COACH_RULES } from "./registry.ts";
import type { CoachField, CoachFinding, CoachRule } from "./types.ts";

/** A remark with the rule that makes it and the place it is about. */
export interface CoachNote extends Omit<CoachFinding, "field"> {
  rule: CoachRule;
  /** Null when it is about the prompt as a whole. */
  place: Pick<CoachField, "part" | "path" | "text"> | null;
  /** The words it is about; empty for the whole prompt. */
  words: string;
}

/** Beyond so many remarks of one rule the next say nothing new. */
const MOST_OF_A_RULE = 50;

/**
 * What a good editor would say about a prompt, without a model and only where a rule is sure: the first remark of
 * each rule, then the second ones, and so on. Pure; no text throws. Rules about English are silent on other languages.
 */
export function coach(prompt: Prompt): CoachNote[] {
  const input = coachInput(prompt);
  const english = looksEnglish(input.told);
  const byRule = COACH_RULES.filter(({ anyLanguage }) => english || anyLanguage).map((rule) =>
    rule
      .find(input)
      .slice(0, MOST_OF_A_RULE)
      .map((finding) => noteOf(rule, finding, input.fields)),
  );
  const longest = Math.max(0, ...byRule.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    byRule.flatMap((notes) => notes.slice(turn, turn + 1)),
  ).flat();
}

function noteOf(
  rule: CoachRule,
  { field, ...finding }: CoachFinding,
  fields: readonly CoachField[],
): CoachNote {
  const at = field === null ? undefined : fields[field];
  if (at === undefined) return { ...finding, rule, place: null, words: "" };
  const { part, path, text } = at;
  return { ...finding, rule, place: { part, path, text }, words: text.slice(finding.start, finding.end) };
}

/** The prompt with the note's change made; the same prompt when it has none, or when that text was edited since. */
export function applyFix(prompt: Prompt, { fix, place, start, end }: CoachNote): Prompt {
  if (fix === undefined || place === null || textAt(prompt, place.path) !== place.text) return prompt;
  const { path, text } = place;
  return withTextAt(prompt, path, text.slice(0, start) + fix.replacement + text.slice(end));
}
