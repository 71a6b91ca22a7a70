"use client";

import { useDeferredValue } from "react";
import type { Comparison } from "#lib/comparison/schema.ts";
import { usePlayground } from "./context.tsx";

/** The comparison whose contract is shown: the one that was run; before a run, the one being written. */
export function useShownComparison(): Comparison {
  const written = useDeferredValue(usePlayground((state) => state.comparison));
  return usePlayground((state) => state.run?.comparison) ?? written;
}
