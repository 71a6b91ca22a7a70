import { expect, test } from "vitest";
import type { ModelListing } from "#lib/providers/listing.ts";
import { estimateJudging } from "./estimate.ts";

const judge: ModelListing = {
  id: "m",
  label: "M",
  price: { inputUsdPerMillion: 1, outputUsdPerMillion: 2 },
  capabilities: { params: [], reasoning: false },
};
const pair = (id: string, chars: number) => ({ id, a: "x".repeat(chars), b: "y".repeat(chars) });
const criteria = [
  { id: "tone", text: "The tone is joyful." },
  { id: "end", text: "It ends with hope." },
];

test("[JD15] an estimate counts both orders of every pair and criterion, and the texts in each", () => {
  const small = estimateJudging({ mode: "pairwise", criteria, pairs: [pair("1", 400)], judge, free: false });
  const large = estimateJudging({
    mode: "pairwise",
    criteria,
    pairs: [pair("1", 40_400)],
    judge,
    free: false,
  });
  expect([small.calls, large.calls]).toEqual([4, 4]);
  // 4 calls more by 80,000 characters, about 20,000 tokens each, at 1 dollar a million.
  const usd = (cost: typeof small.cost) => (cost.kind === "about" ? cost.usd : Number.NaN);
  expect(usd(large.cost) - usd(small.cost)).toBeCloseTo(0.08, 4);
});

test("[JD15] a rubric takes one call an output", () => {
  expect(
    estimateJudging({ mode: "rubric", criteria, pairs: [pair("1", 9), pair("2", 9)], judge, free: false })
      .calls,
  ).toBe(4);
});

test("[JD12][JD15] what needs no judge costs nothing", () => {
  const pairs = [
    { id: "1", a: "same", b: "same" },
    { id: "2", a: "", b: "text" },
  ];
  expect(estimateJudging({ mode: "pairwise", criteria, pairs, judge, free: false })).toEqual({
    calls: 0,
    tokens: 0,
    cost: { kind: "free" },
  });
});

test("[JD15] an unknown price is unknown, never free; a reasoning judge is expected to think", () => {
  const work = { mode: "pairwise" as const, criteria, pairs: [pair("1", 40)], free: false };
  const { price: _, ...unpriced } = judge;
  expect(estimateJudging({ ...work, judge: unpriced }).cost).toEqual({ kind: "unknown" });
  expect(estimateJudging({ ...work, judge: undefined }).cost).toEqual({ kind: "unknown" });
  expect(estimateJudging({ ...work, judge, free: true }).cost).toEqual({ kind: "free" });
  const thinking = { ...judge, capabilities: { params: [], reasoning: true } };
  expect(estimateJudging({ ...work, judge: thinking }).tokens).toBeGreaterThan(
    estimateJudging({ ...work, judge }).tokens + 2_000,
  );
});
