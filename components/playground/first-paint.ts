import { allChecks } from "#lib/comparison/derive.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { chipOf } from "#lib/constraints/registry.ts";
import type { FirstPaint } from "./state.ts";

/** What a page says about its first comparison before the rules are there: worked out on the server. */
export function firstPaintOf(comparison: Comparison): FirstPaint {
  const constraints = comparison.variants.flatMap(({ prompt }) =>
    prompt.kind === "parts" ? prompt.constraints : [],
  );
  return {
    chips: Object.fromEntries(
      constraints.map((constraint) => [JSON.stringify(constraint), chipOf(constraint)]),
    ),
    contract: allChecks(comparison).map((check) => ({
      id: check.id,
      label: check.label ?? chipOf(check.constraint),
      hard: check.hard,
      judged: check.constraint.kind === "other",
      ...(check.off ? { off: true } : {}),
    })),
  };
}
