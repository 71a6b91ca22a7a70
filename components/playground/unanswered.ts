import { isUnfinished } from "#lib/comparison/unfinished.ts";
import type { SampleKey } from "#lib/runs/events.ts";
import type { RunView } from "#lib/runs/ledger.ts";

/** Cells of a run that is over which a continuation would make: never begun, stopped or broken off half way, or failed. */
export function unanswered(view: RunView): SampleKey[] {
  return [...view.samples.values()]
    .filter(({ result }) => result === null || isUnfinished(result.ending))
    .map(({ variant, case: caseId, sample }) => ({ variant, case: caseId, sample }));
}
