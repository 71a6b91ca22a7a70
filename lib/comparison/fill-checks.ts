import { EMPTY_PARTS } from "#lib/prompt/schema.ts";
import { fillPrompt, fillVariables } from "#lib/prompt/variables.ts";
import type { ContractCheck } from "./derive.ts";
import type { Check } from "./schema.ts";

/** A check of one case. `unfilled` names a variable in it that has no value there: nothing can be held against it. */
export type FilledCheck<Each extends Check> = Each & { unfilled?: string };

/**
 * The checks of one case: {{variables}} in what they look for get the case's values, as they do in the
 * prompt, so that "starts with Dear {{name}}" looks for the name. Ids and order stay.
 */
export function fillChecks<Each extends Check>(
  checks: readonly Each[],
  values: Readonly<Record<string, string>>,
): FilledCheck<Each>[] {
  return checks.map((check) => {
    const { constraint, missing } = filled(check, values);
    const label = check.label === undefined ? {} : { label: fillVariables(check.label, values).text };
    const [unfilled] = missing;
    return { ...check, ...label, constraint, ...(unfilled === undefined ? {} : { unfilled }) };
  });
}

/**
 * The variables that a run of these checks needs and that have no value, in order of first appearance. A check that
 * is switched off needs none, nor does what only people or a judge hold a text against.
 */
export function unfilledIn(
  checks: readonly ContractCheck[],
  values: Readonly<Record<string, string>>,
): string[] {
  const needed = checks.filter(({ off }) => off !== true);
  return [...new Set(needed.flatMap((check) => filled(check, values).missing))];
}

function filled({ constraint }: Check, values: Readonly<Record<string, string>>) {
  const { prompt, missing } = fillPrompt({ ...EMPTY_PARTS, constraints: [constraint] }, values);
  return {
    constraint: prompt.constraints[0] ?? constraint,
    missing: constraint.kind === "other" ? [] : missing,
  };
}
