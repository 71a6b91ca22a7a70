import { Playground } from "#components/playground/playground.tsx";
import { allChecks } from "#lib/comparison/derive.ts";
import { chipOf } from "#lib/constraints/registry.ts";
import { defaultComparison } from "#lib/library/library.server.ts";

export default function Page() {
  const comparison = defaultComparison();
  const constraints = comparison.variants.flatMap(({ prompt }) =>
    prompt.kind === "parts" ? prompt.constraints : [],
  );
  return (
    <Playground
      initial={comparison}
      firstPaint={{
        chips: Object.fromEntries(
          constraints.map((constraint) => [JSON.stringify(constraint), chipOf(constraint)]),
        ),
        contract: allChecks(comparison).map((check) => ({
          id: check.id,
          label: check.label ?? chipOf(check.constraint),
          hard: check.hard,
        })),
      }}
    />
  );
}
