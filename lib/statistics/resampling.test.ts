import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialCumulative } from "./binomial.ts";
import { bootstrapReplicates, clusterBootstrap } from "./cluster-bootstrap.ts";
import { clusteredError } from "./clustered-error.ts";
import { mean } from "./mean.ts";
import { quantile } from "./quantile.ts";
import { createRandom } from "./random.ts";
import { signFlip } from "./sign-flip.ts";

const scores = fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 2, maxLength: 12 });

describe("randomness", () => {
  it("[VD14] a seed gives the same numbers, another seed others", () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("[VD14] numbers lie in [0, 1), and every integer below the bound comes up as often", () => {
    const random = createRandom(1);
    const seen = [0, 0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < 70_000; draw += 1) {
      const place = random.below(7);
      seen[place] = (seen[place] ?? 0) + 1;
      const value = random.next();
      expect(value >= 0 && value < 1).toBe(true);
    }
    // Chi-square with 6 degrees of freedom: 22.5 is exceeded once in 1,000.
    expect(seen.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(22.5);
  });
});

describe("sign-flip permutation", () => {
  it("[VD17] is the same for mirrored and shuffled differences, and never 0", () => {
    fc.assert(
      fc.property(scores, (differences) => {
        const p = signFlip(differences);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(signFlip(differences.map((difference) => -difference))).toBe(p);
        expect(signFlip([...differences].reverse())).toBe(p);
        expect(signFlip([...differences, 0, 0])).toBe(p);
      }),
    );
  });

  it("[VD17] fractions that sum to the same are ties, whatever their rounding", () => {
    expect(signFlip([0.1, 0.2, 0.3])).toBe(2 / 8);
    expect(signFlip([0.1, 0.2, -0.3])).toBe(1);
  });

  it("[VD17] 20 cases are exact, 21 sampled with a seed and close to the exact value", () => {
    const twenty = Array.from({ length: 20 }, (_, index) => (index < 15 ? 1 : -1));
    const exact = signFlip(twenty);
    expect(exact * 2 ** 20).toBe(Math.round(exact * 2 ** 20));
    expect(exact).toBeCloseTo(0.04139, 5);
    const more = [...twenty, 1];
    expect(signFlip(more)).toBe(signFlip(more));
    expect(signFlip(more)).toBeCloseTo(2 * binomialCumulative(5, 21, 0.5), 2);
    expect(signFlip(more, { seed: 1 })).not.toBe(signFlip(more, { seed: 2 }));
  });
});

describe("bootstrap over clusters", () => {
  it("[VD9] draws whole clusters, never samples inside one", () => {
    const clusters = [
      [1, 1],
      [5, 5, 5],
    ];
    const drawn = new Set<string>();
    bootstrapReplicates(
      clusters,
      (picked) => {
        for (const cluster of picked) drawn.add(JSON.stringify(cluster));
        return mean(picked.flat());
      },
      { resamples: 200 },
    );
    expect([...drawn].sort()).toEqual(["[1,1]", "[5,5,5]"]);
  });

  it("[VD9] both methods hold a mean of many clusters, narrow with them and repeat themselves", () => {
    const random = createRandom(3);
    const many = Array.from({ length: 200 }, () => random.next() ** 2);
    for (const method of ["percentile", "bca"] as const) {
      const options = { method, resamples: 2_000 };
      const interval = clusterBootstrap(many, mean, options);
      if (interval === null) throw new Error("no interval");
      expect(interval.low).toBeLessThan(mean(many));
      expect(interval.high).toBeGreaterThan(mean(many));
      expect(interval.high - interval.low).toBeCloseTo(
        2 * 1.96 * clusteredError(many.map((one) => [one])),
        1.5,
      );
      expect(clusterBootstrap(many, mean, options)).toEqual(interval);
    }
  });

  it("[VD9] BCa follows skewed data upwards", () => {
    const skewed = [0, 0, 0, 0, 0, 0, 1, 1, 2, 9];
    const percentile = clusterBootstrap(skewed, mean);
    const bca = clusterBootstrap(skewed, mean, { method: "bca" });
    expect(bca?.high).toBeGreaterThan(percentile?.high ?? Number.POSITIVE_INFINITY);
    expect(bca?.low).toBeGreaterThan(percentile?.low ?? Number.POSITIVE_INFINITY);
  });

  it("[VD9] one cluster cannot be resampled; clusters that are all alike give a point", () => {
    expect(clusterBootstrap([1], mean)).toBeNull();
    for (const method of ["percentile", "bca"] as const) {
      expect(clusterBootstrap([2, 2, 2], mean, { method, resamples: 50 })).toEqual({ low: 2, high: 2 });
    }
  });
});

it("[VD16] samples of one case that are all alike count once in the clustered error", () => {
  const cases = [0, 1, 1, 0, 1];
  const alike = clusteredError(cases.map((score) => [score, score, score, score]));
  expect(alike).toBeCloseTo(clusteredError(cases.map((score) => [score])), 12);
});

it("[VD16] a quantile of nothing is refused", () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
  expect(() => mean([])).toThrow(RangeError);
  expect(quantile([1, 2, 4], 0.75)).toBe(3);
});
