"use client";

import { lazy, Suspense } from "react";
import { usePlayground } from "./context.tsx";
import { variantOf } from "./sides.ts";
import { SIDE_LABELS, type Side } from "./state.ts";

const CoachNotes = lazy(() =>
  import("#components/coach/coach-notes.tsx").then((module) => ({ default: module.CoachNotes })),
);

/** What the coach says about one side's prompt. Its rules come with the engine, not with the page. */
export function CoachSide({ side }: { side: Side }) {
  const ready = usePlayground((state) => state.engine !== null);
  const prompt = usePlayground((state) => variantOf(state.comparison, side).prompt);
  const streaming = usePlayground(({ run }) => run !== null && run.phase !== "over");
  const setPrompt = usePlayground((state) => state.setPrompt);
  if (!ready) return null;
  return (
    <Suspense fallback={null}>
      <CoachNotes
        label={SIDE_LABELS[side]}
        prompt={prompt}
        field={`variants.${side}.prompt`}
        paused={streaming}
        onChange={(changed) => setPrompt(side, changed)}
      />
    </Suspense>
  );
}
