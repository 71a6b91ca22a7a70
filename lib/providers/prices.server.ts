import "server-only";
import { calcPrice, type PriceCalculation, type TieredPrices } from "@pydantic/genai-prices";
import type { ModelPrice } from "./listing.ts";
import type { ProviderRow } from "./types.ts";

interface PricedUsage {
  inputTokens: number;
  outputTokens: number;
  /** Part of `inputTokens` that was read from the provider's cache, at a lower price. */
  cachedInputTokens?: number;
}

/** What a model costs, from the tables bundled with @pydantic/genai-prices; null = price unknown. */
export function priceOf(row: ProviderRow, modelId: string): ModelPrice | null {
  if (isFree(row)) return { inputUsdPerMillion: 0, outputUsdPerMillion: 0 };
  const prices = entryOf(row, modelId)?.model_price;
  const inputUsdPerMillion = basePrice(prices?.input_mtok);
  const outputUsdPerMillion = basePrice(prices?.output_mtok);
  if (inputUsdPerMillion === null || outputUsdPerMillion === null) return null;
  return { inputUsdPerMillion, outputUsdPerMillion };
}

/** Tokens a model reads at most; undefined = not known. */
export function contextWindowOf(row: ProviderRow, modelId: string): number | undefined {
  return entryOf(row, modelId)?.model.context_window;
}

/**
 * What one call cost, US dollars, long-prompt tiers and cache reads included; null = unknown. Never 0 for a
 * call whose price we do not know.
 */
export function costUsd(row: ProviderRow, modelId: string, usage: PricedUsage): number | null {
  const { inputTokens, outputTokens, cachedInputTokens = 0 } = usage;
  if (
    ![inputTokens, outputTokens, cachedInputTokens].every((count) => count >= 0 && Number.isFinite(count))
  ) {
    return null;
  }
  if (priceOf(row, modelId) === null) return null;
  if (isFree(row)) return 0;
  const price = entryOf(row, modelId, {
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    cache_read_tokens: Math.min(cachedInputTokens, inputTokens),
  });
  return price?.total_price ?? null;
}

/** The demo and this machine's own models charge nobody: there, 0 is the true price and not a missing one. */
function isFree(row: ProviderRow): boolean {
  return row.auth === "none" || row.local === true;
}

function entryOf(
  row: ProviderRow,
  modelId: string,
  usage: Record<string, number> = { input_tokens: 0, output_tokens: 0 },
): PriceCalculation | null {
  if (row.pricesId === null) return null;
  // Gemini's list says "models/gemini-…" where the tables say "gemini-…".
  return calcPrice(usage, modelId.replace(/^models\//, ""), { providerId: row.pricesId ?? row.id });
}

/** Dollars a million for a prompt of ordinary length. */
function basePrice(price: number | TieredPrices | undefined): number | null {
  return (typeof price === "object" ? price.base : price) ?? null;
}
