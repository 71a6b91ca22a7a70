import type { SampleKey } from "#lib/runs/events.ts";
import type { RunView } from "#lib/runs/ledger.ts";

/** Cells of a run that is over which a continuation would make: never begun, stopped half way or failed. */
export function unanswered(view: RunView): SampleKey[] {
  return [...view.samples.values()]
    .filter(({ result }) => result === null || result.ending === "stopped")
    .map(({ variant, case: caseId, sample }) => ({ variant, case: caseId, sample }));
}
