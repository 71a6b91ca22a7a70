import type { ModelListing } from "#lib/providers/listing.ts";
import { estimateTokens } from "./usage.ts";

/** One side of a run that has not started. */
export interface EstimateSide {
  /** Characters of all its messages, over one case. */
  promptChars: number;
  /** Undefined while the model's listing is not known. */
  model: ModelListing | undefined;
  /** Nothing is charged: bundled or simulated answers, or a model on this machine. */
  free: boolean;
  maxTokens: number | undefined;
  /** Output tokens a sample, measured on an earlier run of this side. */
  measuredOutputTokens?: number;
}

export interface Estimate {
  calls: number;
  /** Input and output tokens of all calls, rounded to two digits because it is a guess. */
  tokens: number;
  cost: { kind: "free" } | { kind: "unknown" } | { kind: "about"; usd: number };
}

/** A short answer, tokens: what a call is taken to write before anything was measured. */
const TYPICAL_OUTPUT_TOKENS = 250;

/** What a run is likely to take. Never reads as free when the price is unknown. */
export function estimateRun(sides: readonly EstimateSide[], cases: number, samples: number): Estimate {
  const callsASide = Math.max(1, cases) * samples;
  let tokens = 0;
  let usd = 0;
  let unknown = false;
  for (const side of sides) {
    const input = estimateTokens(side.promptChars) * callsASide;
    const guess = side.measuredOutputTokens ?? TYPICAL_OUTPUT_TOKENS;
    const output = Math.min(guess, side.maxTokens ?? Number.POSITIVE_INFINITY) * callsASide;
    tokens += input + output;
    if (side.free) continue;
    const price = side.model?.price;
    if (price === undefined) unknown = true;
    else usd += (input * price.inputUsdPerMillion + output * price.outputUsdPerMillion) / 1_000_000;
  }
  const free = sides.every((side) => side.free);
  return {
    calls: sides.length * callsASide,
    tokens: roundTo(tokens, 2),
    cost: free ? { kind: "free" } : unknown ? { kind: "unknown" } : { kind: "about", usd },
  };
}

/** Tokens by which a prompt is over the model's window, with both numbers; null when it fits or nobody knows. */
export function overWindow(
  promptChars: number,
  model: ModelListing | undefined,
): { tokens: number; window: number } | null {
  const window = model?.contextWindow;
  const tokens = estimateTokens(promptChars);
  return window !== undefined && tokens > window ? { tokens, window } : null;
}

function roundTo(value: number, digits: number): number {
  if (value <= 0) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - digits + 1);
  return Math.round(value / unit) * unit;
}
