import type { SampleKey } from "#lib/runs/events.ts";
import type { RunView } from "#lib/runs/ledger.ts";

const UNFINISHED: ReadonlySet<string> = new Set(["stopped", "interrupted"]);

/** Cells of a run that is over which a continuation would make: never begun, stopped or broken off half way, or failed. */
export function unanswered(view: RunView): SampleKey[] {
  return [...view.samples.values()]
    .filter(({ result }) => result === null || UNFINISHED.has(result.ending))
    .map(({ variant, case: caseId, sample }) => ({ variant, case: caseId, sample }));
}
