import type { Prompt } from "../schema.ts";
import { coachInput, replaceIn } from "./fields.ts";
import { COACH_RULES } from "./registry.ts";
import type { CoachField, CoachFinding, CoachRule } from "./types.ts";

/** A remark with the rule it comes from and the part of the prompt it stands beside. */
export interface CoachNote extends Omit<CoachFinding, "field"> {
  rule: CoachRule;
  /** Null when it is about the prompt as a whole. */
  place: Pick<CoachField, "part" | "index"> | null;
  /** The words it is about; empty for the whole prompt. */
  words: string;
}

/**
 * What an editor would say about a prompt, without a model: only where a rule is sure. Pure; no text throws.
 */
export function coach(prompt: Prompt): CoachNote[] {
  const input = coachInput(prompt);
  return COACH_RULES.flatMap((rule) =>
    rule.find(input).map(({ field, ...finding }) => {
      const at = field === null ? undefined : input.fields[field];
      if (at === undefined) return { ...finding, rule, place: null, words: "" };
      const { part, index, text } = at;
      return {
        ...finding,
        rule,
        place: index === undefined ? { part } : { part, index },
        words: text.slice(finding.start, finding.end),
      };
    }),
  );
}

/** The prompt with the note's own change made; the same prompt when the note has none or no longer fits. */
export function applyFix(prompt: Prompt, note: CoachNote): Prompt {
  if (note.fix === undefined || note.place === null) return prompt;
  const { part, index } = note.place;
  const field = coachInput(prompt).fields.find((each) => each.part === part && each.index === index);
  if (field?.text.slice(note.start, note.end) !== note.words) return prompt;
  return replaceIn(prompt, note.place, note, note.fix.replacement);
}
