"use client";

import { lazy, Suspense } from "react";
import { usePlayground } from "./context.tsx";
import { furtherOf } from "./played.ts";

/** Few comparisons have more than a pair: the others load nothing of this. */
const FurtherPanel = lazy(() =>
  import("./further-panel.tsx").then(
    ({ FurtherPanel }) => ({ default: FurtherPanel }),
    // A new deployment may have replaced the file; the pair goes on without it.
    () => ({ default: () => null }),
  ),
);

/** The variants beside the pair, with their prompts, answers and marks. */
export function FurtherVariants({ className }: { className?: string }) {
  const has = usePlayground((state) => furtherOf(state.comparison).length > 0);
  if (!has) return null;
  return (
    <Suspense fallback={<div className="min-h-40" />}>
      <FurtherPanel className={className} />
    </Suspense>
  );
}
