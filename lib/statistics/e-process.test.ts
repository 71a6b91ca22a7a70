import fc from "fast-check";
import { expect, it } from "vitest";
import { alwaysValidP, eValue, meanE, STRONG_E } from "./evidence.ts";
import { mcnemarLogE } from "./mcnemar-e-process.ts";
import type { Pair } from "./pair-counts.ts";
import { afterPair, NO_PAIRS, type SafeTwoByTwo, safeTwoByTwo } from "./safe-two-by-two.ts";

const PAIRS: readonly Pair[] = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
];
const pairList = fc.array(fc.constantFrom(...PAIRS), { maxLength: 60 });

/** The mean of `value` over all sequences of pairs in which pair i passes on both sides at rate `rates[i]`. */
function meanOver(
  rates: readonly number[],
  value: (end: SafeTwoByTwo) => number,
  state: SafeTwoByTwo = NO_PAIRS,
): number {
  const [rate, ...rest] = rates;
  if (rate === undefined) return value(state);
  return PAIRS.reduce((sum, pair) => {
    const chance = pair.reduce((product, passed) => product * (passed ? rate : 1 - rate), 1);
    return sum + chance * meanOver(rest, value, afterPair(state, pair));
  }, 0);
}

it("[VD4] under no difference the mean of E is at most 1, also with a rate of its own for every case", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
      (rates) => {
        expect(meanOver(rates, ({ logE }) => Math.exp(logE))).toBeLessThanOrEqual(1 + 1e-9);
      },
    ),
    { numRuns: 60 },
  );
});

it("[VD6] the chance that E ever reaches 20 within six pairs, all sequences counted, is at most 1 in 20", () => {
  for (const rate of [0.05, 0.2, 0.5, 0.8]) {
    const reached = meanOver(Array(6).fill(rate), ({ maxLogE }) => Number(Math.exp(maxLogE) >= STRONG_E));
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThanOrEqual(1 / STRONG_E);
  }
});

it("[VD4] swapping the sides, or passes for failures, leaves E as it is", () => {
  fc.assert(
    fc.property(pairList, (pairs) => {
      const { logE } = safeTwoByTwo(pairs);
      expect(safeTwoByTwo(pairs.map(([a, b]) => [b, a])).logE).toBe(logE);
      expect(safeTwoByTwo(pairs.map(([a, b]) => [!a, !b])).logE).toBeCloseTo(logE, 9);
    }),
  );
});

it("[VD4] going on from where it stood is the same as starting over with all pairs", () => {
  fc.assert(
    fc.property(pairList, pairList, (first, then) => {
      expect(then.reduce(afterPair, safeTwoByTwo(first))).toEqual(safeTwoByTwo([...first, ...then]));
    }),
  );
});

it("[VD4] 5,000 pairs stay finite, and E is a number that JSON can carry", () => {
  const { logE } = safeTwoByTwo(Array.from({ length: 5_000 }, (): Pair => [false, true]));
  expect(logE).toBeGreaterThan(5_000);
  expect(JSON.parse(JSON.stringify(eValue(logE)))).toBe(Number.MAX_VALUE);
});

it("[VD16] the mean of the McNemar-form E over all splits of fair pairs is 1", () => {
  for (const discordant of [1, 5, 12]) {
    let mean = 0;
    for (let pattern = 0; pattern < 2 ** discordant; pattern += 1) {
      const onlyA = pattern.toString(2).replaceAll("0", "").length;
      mean += Math.exp(mcnemarLogE(onlyA, discordant - onlyA)) / 2 ** discordant;
    }
    expect(mean).toBeCloseTo(1, 10);
  }
});

it("[VD4] the always-valid p is 1 over the largest E so far and never goes up", () => {
  expect(alwaysValidP(Math.log(20))).toBeCloseTo(0.05, 12);
  fc.assert(
    fc.property(pairList, (pairs) => {
      let state = NO_PAIRS;
      for (const pair of pairs) {
        const before = alwaysValidP(state.maxLogE);
        state = afterPair(state, pair);
        expect(alwaysValidP(state.maxLogE)).toBeLessThanOrEqual(before);
        expect(alwaysValidP(state.maxLogE)).toBeLessThanOrEqual(Math.min(1, 1 / eValue(state.logE)) + 1e-12);
      }
    }),
  );
});

it("[VD15] the mean of e-values is theirs", () => {
  expect(meanE([1, 4, 40])).toBeCloseTo(15, 12);
});
