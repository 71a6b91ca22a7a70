import { expect, test } from "vitest";
import { PROVIDERS, providerRow } from "./catalogue.ts";
import { contextWindowOf, costUsd, priceOf } from "./prices.server.ts";
import type { ProviderRow } from "./types.ts";

function row(id: string): ProviderRow {
  const found = providerRow(id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
}

const MILLION = { inputTokens: 1_000_000, outputTokens: 1_000_000 };

test("a known model has a price a million tokens and a window", () => {
  expect(priceOf(row("openai"), "gpt-4.1-mini")).toEqual({
    inputUsdPerMillion: 0.4,
    outputUsdPerMillion: 1.6,
  });
  expect(costUsd(row("openai"), "gpt-4.1-mini", { inputTokens: 1_000, outputTokens: 500 })).toBeCloseTo(
    0.0012,
    10,
  );
  expect(contextWindowOf(row("openai"), "gpt-4.1-mini")).toBe(1_000_000);
});

test("[EP16] an unknown price is null, never 0", () => {
  for (const [provider, model] of [
    ["openai", "gpt-of-next-year"],
    ["custom", "gpt-4.1-mini"],
    ["together", "nobody/knows-this"],
    ["openai", "text-embedding-3-small"],
  ] as const) {
    expect(priceOf(row(provider), model), model).toBeNull();
    expect(costUsd(row(provider), model, MILLION), model).toBeNull();
  }
});

test("[EP16] the demo and this machine's models cost nothing, whatever they are called", () => {
  for (const provider of ["demo", "ollama", "lm-studio", "llama-cpp", "vllm"]) {
    expect(costUsd(row(provider), "gpt-4.1-mini", MILLION)).toBe(0);
    expect(priceOf(row(provider), "gpt-4.1-mini")).toEqual({ inputUsdPerMillion: 0, outputUsdPerMillion: 0 });
  }
});

test("tokens read from a cache cost less, and never count twice", () => {
  const claude = row("anthropic");
  const full = costUsd(claude, "claude-haiku-4-5", { inputTokens: 10_000, outputTokens: 0 });
  const cached = costUsd(claude, "claude-haiku-4-5", {
    inputTokens: 10_000,
    outputTokens: 0,
    cachedInputTokens: 10_000,
  });
  const tooMany = costUsd(claude, "claude-haiku-4-5", {
    inputTokens: 10_000,
    outputTokens: 0,
    cachedInputTokens: 99_999,
  });
  expect(full).toBeCloseTo(0.01, 10);
  expect(cached).toBeCloseTo(0.001, 10);
  expect(tooMany).toBe(cached);
});

test("a prompt over a price tier pays that tier; the listed price is the first", () => {
  const listed = priceOf(row("gemini"), "models/gemini-2.5-pro");
  expect(listed).toEqual({ inputUsdPerMillion: 1.25, outputUsdPerMillion: 10 });
  expect(costUsd(row("gemini"), "models/gemini-2.5-pro", MILLION)).toBeGreaterThan(11.25);
});

test("[R34] a count that is no count has no cost", () => {
  for (const inputTokens of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
    expect(costUsd(row("openai"), "gpt-4.1-mini", { inputTokens, outputTokens: 1 })).toBeNull();
  }
});

test("every model offered without asking has a known price", () => {
  for (const provider of PROVIDERS) {
    for (const model of provider.fallbackModels ?? []) {
      expect(priceOf(provider, model), `${provider.id} ${model}`).not.toBeNull();
    }
  }
});
