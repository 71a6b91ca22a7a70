"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Comparison } from "#lib/comparison/schema.ts";
import { usePlayground, usePlaygroundStore } from "./context.tsx";

/** A page for something of one's own, and the way back as long as nothing was written on it. */
export function EmptyPage() {
  const store = usePlaygroundStore();
  const own = usePlayground((state) => state.place === "");
  const busy = usePlayground((state) => state.run !== null && state.run.phase !== "over");
  const comparison = usePlayground((state) => state.comparison);
  const [emptied, setEmptied] = useState<{ from: Comparison; to: Comparison } | null>(null);
  if (!own || busy) return null;
  if (emptied?.to === comparison) {
    return (
      <Button look="plain" size="small" onClick={() => store.getState().replaceComparison(emptied.from)}>
        Undo empty page
      </Button>
    );
  }
  const empty = async () => {
    await store.getState().emptyPage();
    setEmptied({ from: comparison, to: store.getState().comparison });
  };
  return (
    <Button look="plain" size="small" onClick={() => void empty()}>
      Empty page
    </Button>
  );
}
