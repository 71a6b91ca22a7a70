"use client";

import { useMemo } from "react";
import { AsSent } from "#components/prompt-editor/as-sent.tsx";
import { compile } from "#lib/prompt/compile.ts";
import { usePlayground } from "./context.tsx";
import { variantOf } from "./sides.ts";
import type { Side } from "./state.ts";
import { usePromised } from "./use-promised.ts";

/** The messages of one side with the values of its first case. */
export function SentView({ side }: { side: Side }) {
  const prompt = usePlayground((state) => variantOf(state.comparison, side).prompt);
  const values = usePlayground((state) => state.comparison.cases[0]?.values);
  const compiled = useMemo(() => compile(prompt, values), [prompt, values]);
  return <AsSent messages={compiled.messages} spans={compiled.spans} promised={usePromised(side)} />;
}
