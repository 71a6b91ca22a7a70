import type { Ending, ReportedUsage, Usage } from "#lib/providers/types.ts";

/** English prose is close to four characters a token; code and other scripts need more tokens, not fewer. */
const CHARS_PER_TOKEN = 4;
/** A stopped stream may have produced more than arrived. */
const STOP_SAFETY = 1.1;

/** Estimated tokens of a text of this many characters. */
export function estimateTokens(chars: number): number {
  return Math.ceil(chars / CHARS_PER_TOKEN);
}

interface UsageFacts {
  reported: ReportedUsage | null;
  inputChars: number;
  /** Visible and thinking text that arrived. */
  outputChars: number;
  ending: Ending;
  maxTokens: number | undefined;
  /** False where the provider goes on charging after the connection is closed. */
  cancelStopsBilling: boolean;
}

/**
 * What a sample is charged for. The provider's own count when it is believable; otherwise an estimate,
 * flagged as one, and never zero once a character arrived.
 */
export function settleUsage(facts: UsageFacts): Usage {
  const { reported } = facts;
  const input = estimateTokens(facts.inputChars);
  const arrived = Math.max(estimateTokens(facts.outputChars), facts.outputChars > 0 ? 1 : 0);
  if (reported === null) {
    return { inputTokens: input, outputTokens: unreportedOutput(facts, arrived), estimated: true };
  }
  const inputBound = 2 * (facts.inputChars + 1_000);
  const outputBound = 2 * (facts.maxTokens ?? Math.max(facts.outputChars, 100_000));
  const inputTokens = believable(reported.inputTokens, inputBound, facts.inputChars > 0);
  const outputTokens = believable(reported.outputTokens, outputBound, facts.outputChars > 0);
  const cached = reported.cachedInputTokens ?? 0;
  const isCached = inputTokens !== null && cached > 0 && cached <= inputTokens;
  return {
    ...(isCached ? { cachedInputTokens: cached } : {}),
    inputTokens: inputTokens ?? input,
    outputTokens: outputTokens ?? arrived,
    estimated: inputTokens === null || outputTokens === null,
  };
}

function unreportedOutput(facts: UsageFacts, arrived: number): number {
  if (facts.ending !== "stopped" && facts.ending !== "cut") return arrived;
  if (!facts.cancelStopsBilling && facts.maxTokens !== undefined) return Math.max(facts.maxTokens, arrived);
  return Math.ceil(arrived * STOP_SAFETY);
}

/** A count that can be true: finite, not negative, not zero where text was seen, not beyond the bound. */
function believable(count: number, bound: number, mustBePositive: boolean): number | null {
  if (!Number.isFinite(count) || count < 0 || count > bound) return null;
  if (mustBePositive && count === 0) return null;
  return Math.round(count);
}

/** Nothing was charged. */
export const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, estimated: false };

interface CallEnd {
  text: string;
  thinking: string;
  usage: Usage;
  error?: unknown;
}

/** What a call counts for: one that brought nothing but an error is not charged. */
export function chargedUsage({ text, thinking, usage, error }: CallEnd): Usage {
  return error !== undefined && text === "" && thinking === "" ? NO_USAGE : usage;
}
