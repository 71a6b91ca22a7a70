import { useDeferredValue, useMemo } from "react";
import type { PromisedPart } from "#components/prompt-editor/remarks.ts";
import { usePlayground } from "./context.tsx";
import { promisedNow } from "./remarks.ts";
import type { Side } from "./state.ts";

/** The part of this side's prompt that promised the open check. Promises are the After side's. */
export function usePromised(side: Side): PromisedPart | null {
  const engine = usePlayground((state) => state.engine);
  const evidence = usePlayground((state) => state.evidence);
  const written = useDeferredValue(usePlayground((state) => state.comparison));
  const shown = usePlayground((state) => state.run?.comparison) ?? written;
  return useMemo(
    () => (engine === null || side === 0 ? null : promisedNow(engine, shown, written, evidence)),
    [engine, side, shown, written, evidence],
  );
}
