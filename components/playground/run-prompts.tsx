"use client";

import { useMemo } from "react";
import { AsSent } from "#components/prompt-editor/as-sent.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { compile } from "#lib/prompt/compile.ts";
import { variantOf } from "./sides.ts";
import { SIDE_LABELS, SIDES, type Side } from "./state.ts";

const LOOKS = ["text-before", "text-after"] as const;

/** Both prompts as they were sent. */
export function RunPrompts({ comparison }: { comparison: Comparison }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-7 gap-y-4 md:grid-cols-2">
      {SIDES.map((side) => (
        <RunPrompt key={side} side={side} comparison={comparison} />
      ))}
    </div>
  );
}

function RunPrompt({ side, comparison }: { side: Side; comparison: Comparison }) {
  const { prompt } = variantOf(comparison, side);
  const values = comparison.cases[0]?.values;
  const compiled = useMemo(() => compile(prompt, values), [prompt, values]);
  return (
    <section aria-label={`${SIDE_LABELS[side]} prompt of the run`} className="sheet min-w-0">
      <h3 className={classNames("px-4.5 pt-3 text-sm font-semibold", LOOKS[side])}>{SIDE_LABELS[side]}</h3>
      <AsSent messages={compiled.messages} spans={compiled.spans} />
    </section>
  );
}
