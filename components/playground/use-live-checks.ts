import { useEffect } from "react";
import { usePlayground, usePlaygroundStore } from "./context.tsx";

/** While a run goes on, a thread of its own tells what can already be told; it ends with the run. */
export function useLiveChecks(): void {
  const store = usePlaygroundStore();
  const running = usePlayground(({ run }) => run !== null && run.phase !== "over");
  useEffect(() => {
    if (!running) return;
    let stop: (() => void) | null = null;
    let left = false;
    void import("./live-checks.ts").then(
      ({ watchWriting }) => {
        if (!left) stop = watchWriting(store);
      },
      // Without it the checks come with the end of each answer.
      () => undefined,
    );
    return () => {
      left = true;
      stop?.();
    };
  }, [store, running]);
}
