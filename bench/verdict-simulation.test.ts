import { expect, it } from "vitest";
import { atRates, expectedChange, mixedCases, simulatePeeking } from "./verdict-simulation.ts";

const LOOKS = { comparisons: 2_000, pairs: 100 };

it.each([
  ...[0.1, 0.3, 0.5, 0.7, 0.9].map((rate) => atRates(`both pass ${rate}`, rate, rate)),
  mixedCases("cases of any difficulty", "uniform"),
  mixedCases("easy and hard cases", "easy or hard"),
])(
  "[VD6] no difference, looked at after each of 100 pairs, is called better in fewer than 5 %: $label",
  (situation) => {
    const { safe, mcnemarE } = simulatePeeking(situation, LOOKS);
    expect(safe).toBeLessThan(0.05);
    expect(mcnemarE).toBeLessThan(0.05);
  },
);

it("[VD6] an exact McNemar test looked at in the same way is fooled in 10 % by 40 pairs and 17 % by 100", () => {
  const situation = atRates("both pass half", 0.5, 0.5);
  expect(simulatePeeking(situation, { ...LOOKS, pairs: 40 }).mcnemarExact).toBeCloseTo(0.1, 1.5);
  expect(simulatePeeking(situation, LOOKS).mcnemarExact).toBeGreaterThan(0.14);
});

it("[VD6] a real difference is seen: 40 % to 90 % by 40 pairs in nearly all comparisons", () => {
  const { safe, mcnemarE, medianPairs } = simulatePeeking(
    expectedChange({ rateA: 0.4, rateB: 0.9, regress: 0.02 }),
    { comparisons: 2_000, pairs: 40 },
  );
  expect(safe).toBeGreaterThan(0.97);
  expect(mcnemarE).toBeGreaterThan(0.98);
  expect(medianPairs).toBeLessThan(18);
});

it("[VD7] a difference of 15 points, looked at after each of 300 pairs, is called meaningless in under 5 %", () => {
  for (const [a, b] of [
    [0.5, 0.65],
    [0.8, 0.95],
  ] as const) {
    const row = simulatePeeking(atRates("15 points", a, b), { comparisons: 1_000, pairs: 300 });
    expect(row.equivalent).toBeLessThan(0.05);
  }
});

it("[VD14] a simulation is the same every time", () => {
  const run = () => simulatePeeking(mixedCases("any", "uniform"), { comparisons: 50, pairs: 30 });
  expect(run()).toEqual(run());
});
