import type { PromisedPart, Remarks } from "#components/prompt-editor/remarks.ts";
import type { ContractCheck } from "#lib/comparison/derive.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import type { Prompt } from "#lib/prompt/schema.ts";
import type { Engine } from "./engine.ts";

export const NO_REMARKS: Remarks = { promised: null, conflicts: [], conflictsWith: () => [] };

/** What is said beside the parts of one prompt. */
export function remarksOf(engine: Engine, prompt: Prompt, promised: PromisedPart | null): Remarks {
  if (prompt.kind === "text") return NO_REMARKS;
  return {
    promised,
    conflicts: engine.conflictsOf(prompt),
    conflictsWith(constraint, index) {
      const constraints = [...prompt.constraints];
      const at = index ?? constraints.length;
      constraints[at] = constraint;
      return engine
        .conflictsOf({ ...prompt, constraints })
        .filter(({ parts }) => parts.some((each) => each.part === "constraints" && each.index === at))
        .map(({ sentence }) => sentence);
    },
  };
}

/**
 * The part of the prompt as it is written now that promises what the check of a run asks for; null when it is
 * not there any more, or when nobody's prompt promised it.
 */
function promisedPart(
  checks: readonly ContractCheck[],
  written: readonly ContractCheck[],
  id: string,
): PromisedPart | null {
  const open = checks.find((check) => check.id === id);
  if (open === undefined || !("source" in open)) return null;
  const words = wordsOf(open.constraint);
  const now = written.find(
    (check) =>
      "source" in check && check.source.part === open.source.part && wordsOf(check.constraint) === words,
  );
  return now !== undefined && "source" in now ? { part: now.source.part, index: now.source.index } : null;
}

/** The part that promises the open check, in the prompt of the After side as it is written now. */
export function promisedNow(
  engine: Engine,
  shown: Comparison,
  written: Comparison,
  id: string | null,
): PromisedPart | null {
  if (id === null) return null;
  const checks = engine.allChecks(shown);
  return promisedPart(checks, shown === written ? checks : engine.allChecks(written), id);
}

function wordsOf(constraint: Constraint): string {
  return JSON.stringify(constraint);
}
