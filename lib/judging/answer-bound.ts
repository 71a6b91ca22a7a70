import { capabilitiesOf } from "#lib/providers/capabilities.ts";
import type { ModelRef, Params } from "#lib/providers/types.ts";
import type { JudgeUnit } from "./plan.ts";

/** Output tokens of one verdict, generously; a rubric has one an item. */
const VERDICT_TOKENS = 400;
/** What a reasoning model may think before it answers, tokens. */
const THINKING_TOKENS = 4_000;

/**
 * What goes with a call to the judge: what was asked for, and a bound of the output where the model takes one,
 * so that a judge that rambles costs little. Nothing else is added.
 */
export function judgeParams(judge: ModelRef, unit: JudgeUnit, asked: Params): Params {
  const { params, reasoning } = capabilitiesOf(judge.provider, judge.model);
  if (asked.maxTokens !== undefined || !params.includes("maxTokens")) return asked;
  const verdicts = unit.kind === "pair" ? 1 : unit.criteria.length;
  return { ...asked, maxTokens: VERDICT_TOKENS * verdicts + (reasoning ? THINKING_TOKENS : 0) };
}
