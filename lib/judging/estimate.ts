import type { ModelListing } from "#lib/providers/listing.ts";
import { type Estimate, estimateRun } from "#lib/runs/estimate.ts";
import { type JudgeWork, messagesOf, planUnits } from "./plan.ts";

/** Output tokens a verdict takes as a rule: a sentence, a quote and a word, as JSON. */
const TYPICAL_VERDICT_TOKENS = 80;
const TYPICAL_THINKING_TOKENS = 600;

interface EstimateInput extends JudgeWork {
  /** Undefined while the judge's listing is not known. */
  judge: ModelListing | undefined;
  /** Nothing is charged: a model on this machine. */
  free: boolean;
}

/** What a judgement is likely to take, before it is asked for. Never reads as free when the price is unknown. */
export function estimateJudging({ judge, free, ...work }: EstimateInput): Estimate {
  const thinking = judge?.capabilities.reasoning ? TYPICAL_THINKING_TOKENS : 0;
  const calls = planUnits(work).flatMap((unit) => {
    const verdicts = unit.kind === "pair" ? 1 : unit.criteria.length;
    return messagesOf(unit).map((messages) => ({
      promptChars: messages.reduce((sum, { content }) => sum + content.length, 0),
      model: judge,
      free,
      maxTokens: undefined,
      measuredOutputTokens: TYPICAL_VERDICT_TOKENS * verdicts + thinking,
    }));
  });
  if (calls.length > 0) return estimateRun(calls, 1, 1);
  return { calls: 0, tokens: 0, cost: { kind: "free" } };
}
