"use client";

import { lazy, Suspense, useMemo } from "react";
import { standingOfRun } from "#components/judging/run-standing.ts";
import { Button } from "#components/ui/button.tsx";
import { VerdictRegion } from "#components/verdict/verdict-region.tsx";
import { isContractChanged } from "#lib/comparison/promised-checks.ts";
import type { Check } from "#lib/comparison/schema.ts";
import { decidingChecks, verdictInput } from "#lib/comparison/verdict-input.ts";
import type { VerdictInput } from "#lib/statistics/verdict-types.ts";
import { usePlayground, usePlaygroundStore } from "./context.tsx";
import { counted, formatUsd } from "./format.ts";
import { useEstimateOf } from "./use-estimate.ts";

/** Votes and the judge are looked at after the verdict, if at all. */
const JudgingPanels = lazy(() =>
  import("#components/judging/judging-panels.tsx").then(
    ({ JudgingPanels }) => ({ default: JudgingPanels }),
    // A new deployment may have replaced the file; the verdict stands without it.
    () => ({ default: PanelsNotLoaded }),
  ),
);

function PanelsNotLoaded() {
  return <p className="mt-7 text-soft">Voting could not be loaded. Reload the page: the run is kept.</p>;
}

/** How many samples a side can be added at once. */
const STEPS = [5, 10];
/** A run makes at most so many named cells. */
const MOST_CELLS = 100;

/** The verdict on what was run, and the way to more of it. */
export function RunVerdict({ className }: { className?: string }) {
  const judged = useRunInput();
  if (judged === null) return null;
  const { input, promises } = judged;
  return (
    <div className={className}>
      <VerdictRegion
        input={input}
        promises={promises}
        judged={judged.soft}
        changed={judged.changed}
        actions={input.demonstration ? undefined : <MoreSamples />}
      />
      <Suspense fallback={null}>
        <JudgingPanels className="mt-7" />
      </Suspense>
    </div>
  );
}

/** Made again when a sample ends or its turn comes again, not with every word that streams in. */
function useRunInput(): {
  input: VerdictInput;
  promises: number;
  soft: number;
  changed: boolean;
} | null {
  const store = usePlaygroundStore();
  const engine = usePlayground((state) => state.engine);
  const comparison = usePlayground((state) => state.run?.comparison);
  const standing = usePlayground(standingOfRun);
  return useMemo(() => {
    const { run } = store.getState();
    if (engine === null || comparison === undefined || run === null || standing === "") return null;
    const all = engine.allChecks(comparison);
    const checks = decidingChecks(all).map(({ id }) => id);
    const over = run.phase === "over";
    const input = verdictInput({ comparison, checks, samples: run.view.samples.values(), over });
    const changed = isContractChanged(run.promised, all);
    return { input, promises: checks.length, soft: all.filter(isSoft).length, changed };
  }, [store, engine, comparison, standing]);
}

/** Free text, such as a tone: no rule can decide it. */
function isSoft({ constraint }: Check): boolean {
  return constraint.kind === "other";
}

function MoreSamples() {
  const cases = usePlayground((state) => Math.max(1, state.run?.comparison.cases.length ?? 1));
  const steps = STEPS.filter((step) => 2 * step * cases <= MOST_CELLS);
  if (steps.length === 0) return null;
  return (
    <div className="mt-4 flex flex-wrap gap-x-3 gap-y-2">
      {steps.map((step) => (
        <MoreButton key={step} step={step} />
      ))}
    </div>
  );
}

function MoreButton({ step }: { step: number }) {
  const addSamples = usePlayground((state) => state.addSamples);
  // Not `disabled`: the button that was pressed keeps the focus while its samples run.
  const busy = usePlayground(({ run }) => run?.phase !== "over");
  const ran = usePlayground((state) => state.run?.comparison ?? state.comparison);
  const { calls, cost } = useEstimateOf(
    useMemo(() => ({ ...ran, settings: { ...ran.settings, samples: step } }), [ran, step]),
  );
  const money =
    cost.kind === "free" ? "free" : cost.kind === "unknown" ? "price unknown" : `≈ ${formatUsd(cost.usd)}`;
  return (
    <div className="flex flex-col items-center gap-1">
      <Button
        aria-disabled={busy}
        onClick={() => {
          if (!busy) void addSamples(step);
        }}
        className="w-full aria-disabled:text-soft"
      >
        {step} more samples
      </Button>
      <span className="text-xs text-soft tabular-nums">
        {counted(calls, "call")} · {money}
      </span>
    </div>
  );
}
