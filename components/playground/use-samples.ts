import { useMemo } from "react";
import type { SampleView } from "#lib/runs/ledger.ts";
import { usePlayground } from "./context.tsx";
import { variantOf } from "./sides.ts";
import type { PlaygroundState, Side } from "./state.ts";

/** The samples of one side in the order of its tabs; empty before the first run. */
export function useSamples(side: Side): readonly SampleView[] {
  const run = usePlayground((state) => state.run);
  return useMemo(() => samplesOf(run, side), [run, side]);
}

export function samplesOf(run: PlaygroundState["run"], side: Side): readonly SampleView[] {
  if (run === null) return [];
  const { id } = variantOf(run.comparison, side);
  return [...run.view.samples.values()].filter(({ variant }) => variant === id);
}

/** The sample a side shows. */
export function useShownSample(side: Side): SampleView | undefined {
  return usePlayground((state) => samplesOf(state.run, side)[state.shown[side]]);
}
