import { useDeferredValue, useMemo } from "react";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { Prompt } from "#lib/prompt/schema.ts";
import type { ProviderListing } from "#lib/providers/listing.ts";
import { type Estimate, estimateRun } from "#lib/runs/estimate.ts";
import { usePlayground } from "./context.tsx";
import { findModel, findProvider, variantOf } from "./sides.ts";
import { type Run, SIDES, type Side } from "./state.ts";
import { samplesOf } from "./use-samples.ts";

/** What pressing Run is likely to take. It follows the typing at its own pace. */
export function useEstimate(): Estimate {
  return useEstimateOf(useDeferredValue(usePlayground((state) => state.comparison)));
}

/** What running a comparison on both sides is likely to take. */
export function useEstimateOf(comparison: Comparison): Estimate {
  const providers = usePlayground((state) => state.listing.providers);
  // A run that is over has measured what its answers are like.
  const finished = usePlayground((state) => (state.run?.phase === "over" ? state.run : null));
  return useMemo(() => estimate(comparison, providers, finished), [comparison, providers, finished]);
}

function estimate(
  comparison: Comparison,
  providers: readonly ProviderListing[],
  finished: Run | null,
): Estimate {
  const sides = SIDES.map((side) => {
    const { prompt, model, params } = variantOf(comparison, side);
    const provider = findProvider(providers, model);
    return {
      promptChars: charsOf(prompt),
      model: findModel(providers, model),
      free: model.provider === "demo" || provider?.source === "local",
      maxTokens: params.maxTokens,
      measuredOutputTokens: measured(finished, side),
    };
  });
  return estimateRun(sides, comparison.cases.length, comparison.settings.samples);
}

function measured(run: Run | null, side: Side): number | undefined {
  const results = samplesOf(run, side).flatMap(({ result }) => (result === null ? [] : [result]));
  if (results.length === 0) return undefined;
  return results.reduce((sum, { usage }) => sum + usage.outputTokens, 0) / results.length;
}

/** Characters of all texts of a prompt: close to what will be sent, without compiling it. */
function charsOf(prompt: Prompt): number {
  let chars = 0;
  const count = (value: unknown): void => {
    if (typeof value === "string") chars += value.length;
    else if (Array.isArray(value)) value.forEach(count);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(count);
  };
  count(prompt);
  return chars;
}
