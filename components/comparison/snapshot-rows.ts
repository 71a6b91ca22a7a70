import { type ContractRow, contractRows } from "#components/contract/rows.ts";
import { createLedger, type RunView } from "#lib/runs/ledger.ts";
import type { Snapshot } from "#lib/sharing/snapshot.ts";
import type { SnapshotReading } from "#lib/sharing/snapshot-reading.ts";

/** The contract of a snapshot, tallied over the answers it holds. */
export function snapshotRows(snapshot: Snapshot, { promises, variants }: SnapshotReading): ContractRow[] {
  const [before, after] = variants;
  const sides = { before: before?.variant.id ?? "", after: after?.variant.id ?? "" };
  return contractRows(promises, sides, viewOf(snapshot));
}

/** The answers of a snapshot as the playground would show them after a run. */
function viewOf({ run }: Snapshot): RunView | null {
  if (run === null) return null;
  const ledger = createLedger([]);
  for (const sample of run.samples) ledger.apply({ type: "sample-end", data: { ...sample, costUsd: null } });
  return ledger.view();
}
