"use client";

import { useMemo } from "react";
import { variablesIn } from "#lib/prompt/variables.ts";
import type { SampleView } from "#lib/runs/ledger.ts";
import { usePlayground } from "./context.tsx";

/** What stood for the variables of the prompts when this answer was written; nothing where there is one case only. */
export function SampleCase({ sample }: { sample: SampleView }) {
  const cases = usePlayground((state) => state.run?.comparison.cases);
  const variants = usePlayground((state) => state.run?.comparison.variants);
  const asked = useMemo(() => new Set(variants?.flatMap(({ prompt }) => variablesIn(prompt))), [variants]);
  if (cases === undefined || cases.length < 2) return null;
  const values = Object.entries(cases.find(({ id }) => id === sample.case)?.values ?? {}).filter(([name]) =>
    asked.has(name),
  );
  if (values.length === 0) return null;
  return (
    <dl className="mb-2.5 flex flex-col gap-0.5 border-l-2 border-line pl-3 text-sm">
      {values.map(([name, value]) => (
        <div key={name} className="flex min-w-0 gap-1.5">
          <dt className="shrink-0 text-soft">{name}:</dt>
          <dd title={value} className="line-clamp-2 min-w-0 wrap-anywhere">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
