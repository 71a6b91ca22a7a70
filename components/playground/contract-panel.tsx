"use client";

import { Plus } from "lucide-react";
import { lazy, type RefObject, Suspense, useMemo, useRef, useState } from "react";
import { ContractTable } from "#components/contract/contract-table.tsx";
import { type ContractRow, contractRows, withJudge } from "#components/contract/rows.ts";
import { useJudgedRows } from "#components/judging/judged-rows.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import { MAX_CHECKS } from "#lib/base/limits.ts";
import { usePlayground } from "./context.tsx";
import { variantOf } from "./sides.ts";
import { TextRules } from "./text-rules.tsx";
import { useShownComparison } from "./use-shown-comparison.ts";

const CheckForm = lazy(() =>
  import("#components/contract/check-form.tsx").then((module) => ({ default: module.CheckForm })),
);
const OpenCheck = lazy(() => import("./open-check.tsx").then((module) => ({ default: module.OpenCheck })));

/** The contract of what was run; before a run, of what is being written. */
export function useContractRows(): readonly ContractRow[] {
  const comparison = useShownComparison();
  const firstPaint = usePlayground((state) => state.firstPaint);
  const engine = usePlayground((state) => state.engine);
  const view = usePlayground((state) => state.run?.view ?? null);
  const early = usePlayground((state) => state.early);
  const judged = useJudgedRows(usePlayground((state) => state.run?.comparison));
  const promises = useMemo(() => {
    if (engine === null) return firstPaint.contract;
    return engine.allChecks(comparison).map(({ id, label, constraint, hard, off }) => ({
      id,
      label: label ?? engine.chipOf(constraint),
      hard,
      judged: constraint.kind === "other",
      off,
    }));
  }, [engine, firstPaint, comparison]);
  return useMemo(() => {
    const [before, after] = [variantOf(comparison, 0).id, variantOf(comparison, 1).id];
    return withJudge(contractRows(promises, { before, after }, view, early), judged);
  }, [promises, comparison, view, early, judged]);
}

export function ContractPanel({ className }: { className?: string }) {
  const add = useRef<HTMLButtonElement>(null);
  const rows = useContractRows();
  const evidence = usePlayground((state) => state.evidence);
  const showEvidence = usePlayground((state) => state.showEvidence);
  return (
    <section aria-label="Contract" className={className}>
      <ContractTable
        rows={rows}
        evidence={evidence}
        onEvidence={showEvidence}
        detail={(row) => (
          <Suspense fallback={<Spinner className="m-2" />}>
            <OpenCheck key={row.id} row={row} />
          </Suspense>
        )}
      />
      {rows.length === 0 && (
        <p className="border-t border-line pt-2 text-sm text-soft">
          No promises yet. Give the After prompt a constraint or an opening line: each becomes a check on both
          sides.
        </p>
      )}
      <TextRules onDone={() => add.current?.focus()} />
      <AddCheck button={add} />
    </section>
  );
}

/** A check that goes into no prompt: both sides are held against it, also answers that are already there. */
function AddCheck({ button }: { button: RefObject<HTMLButtonElement | null> }) {
  const [open, setOpen] = useState(false);
  const addCheck = usePlayground((state) => state.addCheck);
  const full = usePlayground((state) => state.comparison.checks.length >= MAX_CHECKS);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  if (full) return null;
  return (
    <div className="border-t border-line pt-2">
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="inline-flex min-h-7 items-center gap-1 rounded-sm px-1 text-sm text-soft hover:bg-hair hover:text-ink pointer-coarse:min-h-11"
      >
        <Plus aria-hidden size={14} />
        Add check
      </button>
      {open && (
        <Suspense fallback={<Spinner className="m-3" />}>
          <CheckForm
            onCancel={close}
            onDone={(check) => {
              void addCheck(check);
              close();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
