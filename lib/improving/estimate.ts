import { asText } from "#lib/prompt/as-text.ts";
import type { Prompt } from "#lib/prompt/schema.ts";
import type { ModelListing } from "#lib/providers/listing.ts";
import { type Estimate, estimateRun } from "#lib/runs/estimate.ts";
import { estimateTokens } from "#lib/runs/usage.ts";
import { improveMessages } from "./improve-prompt.ts";

/** Output tokens of a proposal as a rule, beside what the task repeats of the prompt. */
const TYPICAL_TOKENS = 600;
const TYPICAL_THINKING_TOKENS = 900;

interface EstimateInput {
  prompt: Prompt;
  /** Undefined while the model's listing is not known. */
  model: ModelListing | undefined;
  /** Nothing is charged: a model on this machine. */
  free: boolean;
}

/** What asking is likely to take, before it is asked. Never reads as free when the price is unknown. */
export function estimateImprovement({ prompt, model, free }: EstimateInput): Estimate {
  const text = asText(prompt);
  const thinking = model?.capabilities.reasoning ? TYPICAL_THINKING_TOKENS : 0;
  const side = {
    promptChars: improveMessages(text).reduce((sum, { content }) => sum + content.length, 0),
    model,
    free,
    maxTokens: undefined,
    measuredOutputTokens: TYPICAL_TOKENS + estimateTokens(text.length) + thinking,
  };
  return estimateRun([side], 1, 1);
}
