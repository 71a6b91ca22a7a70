"use client";

import { useDeferredValue, useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { usePlayground } from "./context.tsx";
import { counted } from "./format.ts";
import { variantOf } from "./sides.ts";

/** Says how many rules of an After prompt that is one text could be checked, and reads them into parts. */
export function TextRules({ onDone }: { onDone: () => void }) {
  const engine = usePlayground((state) => state.engine);
  const written = useDeferredValue(usePlayground((state) => state.comparison));
  const switchKind = usePlayground((state) => state.switchKind);
  const rules = useMemo(() => {
    const after = variantOf(written, 1);
    if (engine === null || after.prompt.kind !== "text") return 0;
    const { prompt } = engine.recognise(after.prompt.text);
    const checks = engine.allChecks({ variants: [variantOf(written, 0), { ...after, prompt }], checks: [] });
    return checks.filter(({ hard }) => hard).length;
  }, [engine, written]);
  if (rules === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 text-sm text-soft">
      <p className="min-w-0 flex-[1_1_12rem]">
        {counted(rules, "rule")} of the After prompt can be checked once the prompt stands in parts.
      </p>
      <Button
        look="plain"
        size="small"
        onClick={() => {
          void switchKind(1, "parts");
          onDone();
        }}
      >
        Put it into parts
      </Button>
    </div>
  );
}
