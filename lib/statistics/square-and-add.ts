import type { Interval } from "./interval.ts";

interface Rate {
  rate: number;
  interval: Interval;
}

/**
 * Newcombe's "square and add": an interval for rate B less rate A from the interval of each, given the
 * correlation of the two estimates. What each end needs is the reach of B towards that end and of A away from it.
 */
export function squareAndAdd(a: Rate, b: Rate, correlation: number): Interval {
  const difference = b.rate - a.rate;
  return {
    low: difference - reach(b.rate - b.interval.low, a.interval.high - a.rate, correlation),
    high: difference + reach(b.interval.high - b.rate, a.rate - a.interval.low, correlation),
  };
}

function reach(first: number, second: number, correlation: number): number {
  return Math.sqrt(Math.max(0, first * first - 2 * correlation * first * second + second * second));
}
