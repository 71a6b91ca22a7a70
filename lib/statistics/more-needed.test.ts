import { expect, it } from "vitest";
import { mean } from "./mean.ts";
import { growth, pairsToEvidence } from "./more-needed.ts";
import type { Pair } from "./pair-counts.ts";
import { createRandom } from "./random.ts";
import { safeTwoByTwo } from "./safe-two-by-two.ts";

/** `count` pairs in which B passes and A fails, then as many in which both pass. */
function pairs(onlyB: number, both: number): Pair[] {
  return [...Array<Pair>(onlyB).fill([false, true]), ...Array<Pair>(both).fill([true, true])];
}

it("[VD8] nothing more is needed once E is there", () => {
  expect(pairsToEvidence(safeTwoByTwo(pairs(5, 0)))).toBe(0);
});

it("[VD8] the clearer it looks, the fewer are needed", () => {
  const needed = [4, 3, 2].map((onlyB) => pairsToEvidence(safeTwoByTwo(pairs(onlyB, 8 - onlyB))));
  expect(needed).toEqual([...needed].sort((one, other) => one - other));
  expect(new Set(needed).size).toBe(3);
});

it("[VD8] sides that look the same never get there", () => {
  expect(pairsToEvidence(safeTwoByTwo(pairs(0, 8)))).toBe(Number.POSITIVE_INFINITY);
});

it("[VD8] the answer is the same each time, and the sides may be exchanged", () => {
  const seen = pairs(3, 5);
  const needed = pairsToEvidence(safeTwoByTwo(seen));
  expect(pairsToEvidence(safeTwoByTwo(seen))).toBe(needed);
  expect(pairsToEvidence(safeTwoByTwo(seen.map(([a, b]) => [b, a])))).toBe(needed);
});

it("[VD8] E grows by the divergence of the rates: 20,000 pairs at 30 % and 60 % gain what is expected", () => {
  const random = createRandom(5);
  const gains = Array.from({ length: 5 }, () => {
    const drawn = Array.from({ length: 4_000 }, (): Pair => [random.next() < 0.3, random.next() < 0.6]);
    return safeTwoByTwo(drawn).logE / drawn.length;
  });
  expect(mean(gains)).toBeCloseTo(growth(0.3, 0.6), 2);
  expect(growth(0.4, 0.4)).toBe(0);
  expect(growth(0, 1)).toBeCloseTo(2 * Math.LN2, 12);
});
