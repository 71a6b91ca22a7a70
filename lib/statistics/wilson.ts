import { assertCounts } from "./counts.ts";
import { type Interval, LEVEL } from "./interval.ts";
import { twoSidedZ } from "./normal.ts";

/**
 * Wilson's score interval for a pass rate, in shares: with p = passes / samples, n = samples,
 *
 *     (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)
 *
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 * 5 of 5 gives [0.5655, 1]. Throws RangeError without samples.
 */
export function wilson(passes: number, samples: number, level = LEVEL): Interval {
  assertCounts(passes, samples);
  const z = twoSidedZ(level);
  const squared = z * z;
  const rate = passes / samples;
  const centre = (rate + squared / (2 * samples)) / (1 + squared / samples);
  const reach =
    (z / (1 + squared / samples)) *
    Math.sqrt((rate * (1 - rate)) / samples + squared / (4 * samples * samples));
  // The ends are exact there, but rounding would leave 1 - 1e-16.
  return {
    low: passes === 0 ? 0 : Math.max(0, centre - reach),
    high: passes === samples ? 1 : Math.min(1, centre + reach),
  };
}
