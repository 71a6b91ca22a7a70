import { describe, expect, test } from "vitest";
import type { ModelListing } from "#lib/providers/listing.ts";
import { type EstimateSide, estimateRun } from "./estimate.ts";

const priced: ModelListing = {
  id: "m",
  label: "m",
  price: { inputUsdPerMillion: 1, outputUsdPerMillion: 10 },
  capabilities: { params: [], reasoning: false },
};

const side = (change: Partial<EstimateSide> = {}): EstimateSide => ({
  promptChars: 400,
  model: priced,
  free: false,
  maxTokens: undefined,
  ...change,
});

describe("estimateRun", () => {
  test("two sides, five samples: ten calls, input and output at their own prices", () => {
    const estimate = estimateRun(
      [side({ measuredOutputTokens: 40 }), side({ measuredOutputTokens: 40 })],
      0,
      5,
    );
    expect(estimate).toEqual({
      calls: 10,
      tokens: 1_400,
      cost: { kind: "about", usd: expect.closeTo((1_000 * 1 + 400 * 10) / 1_000_000, 10) },
    });
  });

  test("no cases is one case; three cases are three times the calls", () => {
    expect(estimateRun([side(), side()], 0, 1).calls).toBe(2);
    expect(estimateRun([side(), side()], 3, 2).calls).toBe(12);
  });

  test("[R34] a missing price on one side makes the whole cost unknown, never free", () => {
    const unpriced: ModelListing = { ...priced, price: undefined };
    expect(estimateRun([side(), side({ model: unpriced })], 1, 1).cost).toEqual({ kind: "unknown" });
    expect(estimateRun([side({ free: true }), side({ model: undefined })], 1, 1).cost).toEqual({
      kind: "unknown",
    });
    expect(estimateRun([side({ free: true }), side({ free: true })], 1, 1).cost).toEqual({ kind: "free" });
  });

  test("max tokens bounds what an answer is taken to be", () => {
    const short = estimateRun([side({ maxTokens: 10 })], 1, 1);
    const long = estimateRun([side()], 1, 1);
    expect(short.tokens).toBe(110);
    expect(long.tokens).toBeGreaterThan(short.tokens);
  });
});
