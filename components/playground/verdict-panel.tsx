"use client";

import { lazy, Suspense } from "react";
import { usePlayground } from "./context.tsx";
import { variantOf } from "./sides.ts";
import type { Run } from "./state.ts";

/** The statistics and the drawings come when there is something to say; nothing of them is in the first load. */
const RunVerdict = lazy(() =>
  import("./run-verdict.tsx").then(
    ({ RunVerdict }) => ({ default: RunVerdict }),
    // A new deployment may have replaced the file; the rest of the page goes on.
    () => ({ default: VerdictNotLoaded }),
  ),
);

/** The end of the page: what the samples amount to, once one pair of them is finished. */
export function VerdictPanel({ className }: { className?: string }) {
  const hasPair = usePlayground(({ run }) => run !== null && finishedPair(run));
  if (!hasPair) return null;
  return (
    <Suspense fallback={null}>
      <RunVerdict className={className} />
    </Suspense>
  );
}

function VerdictNotLoaded({ className }: { className?: string }) {
  return (
    <section aria-label="Verdict" className={className}>
      <p className="border-t border-line pt-5.5 text-soft">
        The verdict could not be loaded. Reload the page: the run is kept.
      </p>
    </section>
  );
}

function finishedPair({ comparison, view }: Run): boolean {
  const [before, after] = [variantOf(comparison, 0).id, variantOf(comparison, 1).id];
  const ended = new Set<string>();
  for (const { variant, case: caseId, sample, phase } of view.samples.values()) {
    if (phase === "ended") ended.add(`${variant}/${caseId}/${sample}`);
  }
  return [...view.samples.values()].some(
    ({ variant, case: caseId, sample }) =>
      variant === before &&
      ended.has(`${before}/${caseId}/${sample}`) &&
      ended.has(`${after}/${caseId}/${sample}`),
  );
}
