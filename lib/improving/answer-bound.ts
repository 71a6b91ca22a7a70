import { capabilitiesOf } from "#lib/providers/capabilities.ts";
import type { ModelRef, Params } from "#lib/providers/types.ts";
import { estimateTokens } from "#lib/runs/usage.ts";

/** Output tokens for all parts and their reasons, beside what the task repeats of the prompt. */
const PARTS_TOKENS = 2_000;
/** What a reasoning model may think before it answers, tokens. */
const THINKING_TOKENS = 6_000;

/**
 * What goes with the call: what was asked for, and a bound of the output where the model takes one, so that a model
 * that rambles costs little. Nothing else is added.
 */
export function improveParams(model: ModelRef, promptChars: number, asked: Params): Params {
  const { params, reasoning } = capabilitiesOf(model.provider, model.model);
  if (asked.maxTokens !== undefined || !params.includes("maxTokens")) return asked;
  const repeated = Math.ceil(1.5 * estimateTokens(promptChars));
  return { ...asked, maxTokens: PARTS_TOKENS + repeated + (reasoning ? THINKING_TOKENS : 0) };
}
