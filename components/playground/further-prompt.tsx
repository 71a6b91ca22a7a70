"use client";

import { useMemo } from "react";
import { AsSent } from "#components/prompt-editor/as-sent.tsx";
import type { Comparison, Variant } from "#lib/comparison/schema.ts";
import { compile } from "#lib/prompt/compile.ts";

interface FurtherPromptProps {
  comparison: Comparison;
  variant: Variant;
  name: string;
}

/** What a further variant sends; variables stand as variables where there are several cases. */
export function FurtherPrompt({ comparison: { cases }, variant, name }: FurtherPromptProps) {
  const values = cases.length === 1 ? cases[0]?.values : undefined;
  const { messages, spans } = useMemo(() => compile(variant.prompt, values), [variant, values]);
  return (
    <section aria-label={`${name} prompt`} className="min-w-0">
      <div className="sheet border-t-3 border-t-control">
        <h3 className="px-4.5 pt-3 text-sm font-semibold wrap-anywhere">{name}</h3>
        <AsSent messages={messages} spans={spans} />
      </div>
    </section>
  );
}
