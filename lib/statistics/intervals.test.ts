import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialCumulative, binomialProbability } from "./binomial.ts";
import { hull, type Interval, isInside } from "./interval.ts";
import { jeffreys, jeffreysMean } from "./jeffreys.ts";
import { newcombeIndependent } from "./newcombe-independent.ts";
import { newcombePaired } from "./newcombe-paired.ts";
import type { PairCounts } from "./pair-counts.ts";
import { wilson } from "./wilson.ts";

const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((samples) =>
    fc.record({ samples: fc.constant(samples), passes: fc.integer({ min: 0, max: samples }) }),
  );
const pairCounts: fc.Arbitrary<PairCounts> = fc
  .record({ both: fc.nat(60), onlyA: fc.nat(60), onlyB: fc.nat(60), neither: fc.nat(60) })
  .filter(({ both, onlyA, onlyB, neither }) => both + onlyA + onlyB + neither > 0);

const contains = ({ low, high }: Interval, value: number): boolean =>
  low <= value + 1e-12 && value - 1e-12 <= high;
const expectMirrored = (one: Interval, other: Interval): void => {
  expect(one.low).toBeCloseTo(-other.high, 12);
  expect(one.high).toBeCloseTo(-other.low, 12);
};

describe("intervals for a rate", () => {
  it("[VD10] Wilson holds the rate and lies in [0, 1]; Jeffreys holds the posterior mean", () => {
    fc.assert(
      fc.property(counts, ({ passes, samples }) => {
        expect(contains(wilson(passes, samples), passes / samples)).toBe(true);
        expect(contains(jeffreys(passes, samples), jeffreysMean(passes, samples))).toBe(true);
        for (const interval of [wilson(passes, samples), jeffreys(passes, samples)]) {
          expect(isInside(interval, { low: 0, high: 1 })).toBe(true);
        }
      }),
    );
  });

  it("[VD10] one more pass moves both ends up, more samples narrow, a higher level widens", () => {
    fc.assert(
      fc.property(counts, ({ passes, samples }) => {
        for (const method of [wilson, jeffreys]) {
          const here = method(passes, samples + 1);
          const above = method(passes + 1, samples + 1);
          expect(above.low).toBeGreaterThan(here.low);
          expect(above.high).toBeGreaterThanOrEqual(here.high);
          const more = method(passes * 4, samples * 4);
          const few = method(passes, samples);
          expect(more.high - more.low).toBeLessThan(few.high - few.low);
          expect(isInside(few, method(passes, samples, 0.99))).toBe(true);
        }
      }),
    );
  });

  it("[VD10] failures are mirrored passes", () => {
    fc.assert(
      fc.property(counts, ({ passes, samples }) => {
        for (const method of [wilson, jeffreys]) {
          const failed = method(samples - passes, samples);
          expect(method(passes, samples).low).toBeCloseTo(1 - failed.high, 10);
        }
      }),
    );
  });

  it("[VD10] Wilson covers a true rate of a half in about 95 % of samples of 50", () => {
    let covered = 0;
    for (let passes = 0; passes <= 50; passes += 1) {
      if (contains(wilson(passes, 50), 0.5)) covered += binomialProbability(passes, 50, 0.5);
    }
    expect(covered).toBeCloseTo(0.935, 2);
  });

  it.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
  ])("[VD10] %d of %d is no count", (passes, samples) => {
    expect(() => wilson(passes, samples)).toThrow(RangeError);
    expect(() => jeffreys(passes, samples)).toThrow(RangeError);
  });
});

describe("intervals for a difference", () => {
  it("[VD9] Newcombe's intervals hold the difference, lie in [-1, 1] and mirror when the sides are swapped", () => {
    fc.assert(
      fc.property(counts, counts, pairCounts, (a, b, pairs) => {
        const independent = newcombeIndependent(a, b);
        expect(contains(independent, b.passes / b.samples - a.passes / a.samples)).toBe(true);
        expect(isInside(independent, { low: -1 - 1e-12, high: 1 + 1e-12 })).toBe(true);
        expectMirrored(independent, newcombeIndependent(b, a));
        const total = pairs.both + pairs.onlyA + pairs.onlyB + pairs.neither;
        const paired = newcombePaired(pairs);
        expect(contains(paired, (pairs.onlyB - pairs.onlyA) / total)).toBe(true);
        expect(isInside(paired, { low: -1 - 1e-12, high: 1 + 1e-12 })).toBe(true);
        expectMirrored(paired, newcombePaired({ ...pairs, onlyA: pairs.onlyB, onlyB: pairs.onlyA }));
      }),
    );
  });

  it("[VD9] pairs that go together narrow the interval", () => {
    const together = newcombePaired({ both: 45, onlyA: 5, onlyB: 5, neither: 45 });
    const apart = newcombeIndependent({ passes: 50, samples: 100 }, { passes: 50, samples: 100 });
    expect(together.high - together.low).toBeLessThan(0.6 * (apart.high - apart.low));
  });

  it("[VD9] the hull holds both", () => {
    expect(hull({ low: 0, high: 2 }, { low: 1, high: 3 })).toEqual({ low: 0, high: 3 });
  });
});

describe("binomial", () => {
  it("[VD16] the cumulative chance is the sum of the chances", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (trials, rate) => {
          let sum = 0;
          for (let successes = 0; successes <= trials; successes += 1) {
            sum += binomialProbability(successes, trials, rate);
            expect(binomialCumulative(successes, trials, rate)).toBeCloseTo(sum, 11);
          }
        },
      ),
    );
  });

  it("[VD16] rates of 0 and 1 are certain", () => {
    expect([0, 3].map((successes) => binomialProbability(successes, 3, 0))).toEqual([1, 0]);
    expect([0, 3].map((successes) => binomialProbability(successes, 3, 1))).toEqual([0, 1]);
    expect(binomialCumulative(-1, 3, 0.5)).toBe(0);
  });
});
