"use client";

import { useDeferredValue, useMemo } from "react";
import { ContractTable } from "#components/contract/contract-table.tsx";
import { type ContractRow, contractRows } from "#components/contract/rows.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { usePlayground } from "./context.tsx";
import { variantOf } from "./sides.ts";

/** The contract of what was run; before a run, of what is being written. */
export function useContractRows(): readonly ContractRow[] {
  const written = useDeferredValue(usePlayground((state) => state.comparison));
  const firstPaint = usePlayground((state) => state.firstPaint);
  const engine = usePlayground((state) => state.engine);
  const ran = usePlayground((state) => state.run?.comparison);
  const view = usePlayground((state) => state.run?.view ?? null);
  const comparison = ran ?? written;
  const promises = useMemo(() => {
    if (engine === null) {
      return firstPaint.contract.map((promise) => ({ ...promise, judged: isJudged(comparison, promise) }));
    }
    return engine.allChecks(comparison).map((check) => ({
      id: check.id,
      label: check.label ?? engine.chipOf(check.constraint),
      hard: check.hard,
      judged: check.constraint.kind === "other",
    }));
  }, [engine, firstPaint, comparison]);
  return useMemo(() => {
    const [before, after] = [variantOf(comparison, 0).id, variantOf(comparison, 1).id];
    return contractRows(promises, { before, after }, view);
  }, [promises, comparison, view]);
}

/** What the engine would say once it is there: a soft promise that follows from the prompt is for people. */
function isJudged({ checks }: Comparison, { id, hard }: { id: string; hard: boolean }): boolean {
  const own = checks.find((check) => check.id === id);
  return own === undefined ? !hard : own.constraint.kind === "other";
}

export function ContractPanel({ className }: { className?: string }) {
  const rows = useContractRows();
  const evidence = usePlayground((state) => state.evidence);
  const showEvidence = usePlayground((state) => state.showEvidence);
  const hasRun = usePlayground((state) => state.run !== null);
  return (
    <section aria-label="Contract" className={className}>
      <ContractTable rows={rows} evidence={evidence} onEvidence={hasRun ? showEvidence : undefined} />
      {rows.length === 0 && (
        <p className="border-t border-line pt-2 text-sm text-soft">
          No promises yet. Give the After prompt a constraint or an opening line: each becomes a check on both
          sides.
        </p>
      )}
    </section>
  );
}
