import { expect, it } from "vitest";
import { boschloo } from "./boschloo.ts";
import { mcnemarExact } from "./mcnemar.ts";
import { mcnemarLogE } from "./mcnemar-e-process.ts";
import { requiredCases } from "./mcnemar-power.ts";
import { newcombeIndependent } from "./newcombe-independent.ts";
import type { Pair } from "./pair-counts.ts";
import { safeTwoByTwo } from "./safe-two-by-two.ts";
import { wilson } from "./wilson.ts";

const ONLY_B: Pair = [false, true];

it.each([
  [5, 5, 0.5655, 1],
  [10, 10, 0.7225, 1],
  [8, 10, 0.4902, 0.9433],
  [27, 30, 0.7438, 0.9654],
  [3, 20, 0.0524, 0.3604],
])("[VD10] Wilson %i of %i is [%f, %f]", (passes, samples, low, high) => {
  const interval = wilson(passes, samples);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

it.each([
  [0, 6, 0.03125],
  [1, 8, 0.03906],
  [2, 10, 0.03857],
])("[VD17] exact McNemar %i-%i is %f", (onlyA, onlyB, p) => {
  expect(mcnemarExact(onlyA, onlyB)).toBeCloseTo(p, 5);
});

it("[VD17] 6-0, 8-1, 10-2 and 12-3 are the first splits with p below 0.05", () => {
  for (const [lost, won] of [
    [0, 6],
    [1, 8],
    [2, 10],
    [3, 12],
  ] as const) {
    expect(mcnemarExact(lost, won)).toBeLessThan(0.05);
    expect(mcnemarExact(lost, won - 1)).toBeGreaterThanOrEqual(0.05);
  }
});

it.each([
  [0, 8, 28.4444],
  [0, 7, 16],
  [1, 10, 15.5152],
])("[VD16] the McNemar-form E of %i-%i is %f", (onlyA, onlyB, e) => {
  expect(Math.exp(mcnemarLogE(onlyA, onlyB))).toBeCloseTo(e, 4);
});

it("[VD16] the McNemar-form E of 5,000 pairs does not overflow", () => {
  expect(mcnemarLogE(2_500, 2_500)).toBeCloseTo(Math.log(Math.sqrt(2_500 * Math.PI) / 5_001), 4);
  expect(mcnemarLogE(0, 5_000)).toBeCloseTo(5_000 * Math.LN2 - Math.log(5_001), 8);
});

it("[VD4] eight pairs that only B passes give 1, 2.25, 6.25, 19.141 … 2527.419", () => {
  const values = [1, 2.25, 6.25, 19.141, 62.016, 208.441, 718.91, 2527.419];
  values.forEach((e, index) => {
    const { logE } = safeTwoByTwo(Array.from({ length: index + 1 }, () => ONLY_B));
    expect(Math.exp(logE)).toBeCloseTo(e, 3);
  });
});

it("[VD4] four such, both, neither, four such give 129.853", () => {
  const four = [ONLY_B, ONLY_B, ONLY_B, ONLY_B];
  const { logE } = safeTwoByTwo([...four, [true, true], [false, false], ...four]);
  expect(Math.exp(logE)).toBeCloseTo(129.853, 3);
});

it.each([
  [5, 5, 0, 5, 0.00195],
  [3, 3, 0, 3, 0.03125],
  [10, 10, 7, 10, 0.11578],
])("[VD17] Boschloo of %i/%i and %i/%i is %f", (xa, na, xb, nb, p) => {
  expect(boschloo({ passes: xa, samples: na }, { passes: xb, samples: nb })).toBeCloseTo(p, 5);
});

it.each([
  [0.4, 0.9, 0.02, 16],
  [0.5, 0.8, 0.05, 36],
  [0.6, 0.8, 0.05, 61],
  [0.7, 0.8, 0.05, 168],
  [0.7, 0.8, 0.1, 249],
])("[VD20] from %f to %f with %f regressing, 80 % power takes %i cases", (rateA, rateB, regress, cases) => {
  expect(requiredCases({ rateA, rateB, regress })).toBe(cases);
});

it("[VD20] asking for the cases of no improvement is refused", () => {
  expect(() => requiredCases({ rateA: 0.5, rateB: 0.5, regress: 0.1 })).toThrow(RangeError);
});

it.each([
  [48, 80, 56, 70, 0.0524, 0.3339],
  [3, 10, 9, 10, 0.1705, 0.809],
])("[VD9] Newcombe's published example: %i/%i and %i/%i differ by %f to %f", (xa, na, xb, nb, low, high) => {
  const interval = newcombeIndependent({ passes: xa, samples: na }, { passes: xb, samples: nb });
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});
