import { EMPTY_PARTS } from "#lib/prompt/schema.ts";
import { fillPrompt, fillVariables } from "#lib/prompt/variables.ts";
import type { Check } from "./schema.ts";

/**
 * The checks of one case: {{variables}} in what they look for get the case's values, as they do in the
 * prompt, so that "starts with Dear {{name}}" looks for the name. Ids and order stay.
 */
export function fillChecks<Each extends Check>(
  checks: readonly Each[],
  values: Readonly<Record<string, string>>,
): Each[] {
  return checks.map((check) => {
    const { prompt } = fillPrompt({ ...EMPTY_PARTS, constraints: [check.constraint] }, values);
    const label = check.label === undefined ? {} : { label: fillVariables(check.label, values).text };
    return { ...check, ...label, constraint: prompt.constraints[0] ?? check.constraint };
  });
}
