import type { Run } from "#components/playground/state.ts";
import type { PlaygroundStoreApi } from "#components/playground/store.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { createLedger } from "#lib/runs/ledger.ts";
import { applyImport } from "#lib/sharing/imports/apply.ts";
import type { ImportReading } from "#lib/sharing/imports/types.ts";
import type { SnapshotRun } from "#lib/sharing/snapshot.ts";
import type { FileDesk } from "./use-files.ts";

/** Puts what a file holds in the place of what is here, which is kept to be brought back. Nothing runs. */
export function takeOver(store: PlaygroundStoreApi, files: FileDesk, reading: ImportReading): void {
  const { comparison, run, replaceComparison, putChecks } = store.getState();
  files.setReplaced({ comparison, run });
  const imported = applyImport(comparison, reading);
  replaceComparison(imported);
  if (reading.run !== null) {
    store.setState({ run: runOf(imported, reading.run), shown: [0, 0], evidence: null });
  } else if (run !== null && addsChecks(reading) && sameChecks(run.comparison, comparison)) {
    // The answers that are there are held against the file's checks too, as against one that is added by hand.
    void putChecks(applyImport(run.comparison, reading).checks);
  }
}

function addsChecks({ brings, comparison }: ImportReading): boolean {
  return brings === "rows" && comparison.checks.length > 0;
}

/** Whether the document is still the one whose answers are shown, as far as its own checks tell. */
function sameChecks(one: Comparison, other: Comparison): boolean {
  return JSON.stringify(one.checks) === JSON.stringify(other.checks);
}

/** Answers of a file as a run that is over. */
function runOf(comparison: Comparison, { samples, contractChanged }: SnapshotRun): Run {
  const ledger = createLedger([]);
  for (const sample of samples) ledger.apply({ type: "sample-end", data: { ...sample, costUsd: null } });
  return {
    comparison,
    id: null,
    phase: "over",
    connection: "open",
    source: "reported",
    // What decided before is not in the file, so that no change here can take it back.
    ...(contractChanged ? { promised: "" } : {}),
    view: ledger.view(),
  };
}
