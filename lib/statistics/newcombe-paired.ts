import { type Interval, LEVEL } from "./interval.ts";
import type { PairCounts } from "./pair-counts.ts";
import { squareAndAdd } from "./square-and-add.ts";
import { wilson } from "./wilson.ts";

/**
 * Interval for the difference of two paired rates, B less A, in shares: R. G. Newcombe, "Improved confidence
 * intervals for the difference between binomial proportions based on paired data", Statistics in Medicine 17
 * (1998), method 10. The Wilson intervals of both rates are combined with the correlation φ of the pairs,
 * whose numerator loses n / 2 (but not its sign) where it is positive. Throws RangeError without pairs.
 */
export function newcombePaired(counts: PairCounts, level = LEVEL): Interval {
  const { both, onlyA, onlyB, neither } = counts;
  const pairs = both + onlyA + onlyB + neither;
  const a = { rate: (both + onlyA) / pairs, interval: wilson(both + onlyA, pairs, level) };
  const b = { rate: (both + onlyB) / pairs, interval: wilson(both + onlyB, pairs, level) };
  return squareAndAdd(a, b, correlation(counts, pairs));
}

function correlation({ both, onlyA, onlyB, neither }: PairCounts, pairs: number): number {
  const margins = (both + onlyA) * (onlyB + neither) * (both + onlyB) * (onlyA + neither);
  if (margins === 0) return 0;
  const cross = both * neither - onlyA * onlyB;
  return (cross > 0 ? Math.max(0, cross - pairs / 2) : cross) / Math.sqrt(margins);
}
