"use client";

import { lazy, Suspense } from "react";
import { MIN_COUNTED } from "#lib/comparison/agreement.ts";
import { usePlayground } from "./context.tsx";
import type { Side } from "./state.ts";
import { samplesOf } from "./use-samples.ts";

const AgreementRegion = lazy(() =>
  import("./agreement-region.tsx").then(
    ({ AgreementRegion }) => ({ default: AgreementRegion }),
    // A new deployment may have replaced the file; the answers stand without it.
    () => ({ default: () => null }),
  ),
);

/** How far the samples of one side agree on a case, once enough of them have ended. */
export function AgreementPanel({ side, caseId }: { side: Side; caseId: string }) {
  const enough = usePlayground(
    ({ run }) =>
      samplesOf(run, side).filter((sample) => sample.case === caseId && sample.phase === "ended").length >=
      MIN_COUNTED,
  );
  if (!enough) return null;
  return (
    <Suspense fallback={null}>
      <AgreementRegion side={side} caseId={caseId} />
    </Suspense>
  );
}
