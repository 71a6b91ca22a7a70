import { useDeferredValue, useMemo } from "react";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { Prompt } from "#lib/prompt/schema.ts";
import type { ProviderListing } from "#lib/providers/listing.ts";
import { type Estimate, estimateRun } from "#lib/runs/estimate.ts";
import { usePlayground } from "./context.tsx";
import { playedVariants } from "./played.ts";
import { findModel, findProvider } from "./sides.ts";
import type { Run } from "./state.ts";

/** What pressing Run is likely to take. It follows the typing at its own pace. */
export function useEstimate(): Estimate {
  const withFurther = usePlayground((state) => state.withFurther);
  return useEstimateOf(useDeferredValue(usePlayground((state) => state.comparison)), withFurther);
}

/** What running a comparison is likely to take: both sides, and the further variants where those run too. */
export function useEstimateOf(comparison: Comparison, withFurther = false): Estimate {
  const providers = usePlayground((state) => state.listing.providers);
  // A run that is over has measured what its answers are like.
  const finished = usePlayground((state) => (state.run?.phase === "over" ? state.run : null));
  return useMemo(
    () => estimate(comparison, withFurther, providers, finished),
    [comparison, withFurther, providers, finished],
  );
}

function estimate(
  comparison: Comparison,
  withFurther: boolean,
  providers: readonly ProviderListing[],
  finished: Run | null,
): Estimate {
  const played = playedVariants(comparison, withFurther, providers);
  const sides = played.map(({ id, prompt, model, params }) => {
    const provider = findProvider(providers, model);
    return {
      promptChars: charsOf(prompt),
      model: findModel(providers, model),
      free: model.provider === "demo" || provider?.source === "local",
      maxTokens: params.maxTokens,
      measuredOutputTokens: measured(finished, id),
    };
  });
  return estimateRun(sides, comparison.cases.length, comparison.settings.samples);
}

function measured(run: Run | null, variant: string): number | undefined {
  const results = [...(run?.view.samples.values() ?? [])].flatMap((sample) =>
    sample.variant === variant && sample.result !== null ? [sample.result] : [],
  );
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
