/** A closed interval on a line, `low <= high`. Rates and differences of rates are shares, 0.1 = 10 points. */
export interface Interval {
  low: number;
  high: number;
}

/** The level of every interval that the product shows. */
export const LEVEL = 0.95;

/** Whether `inner` lies in `outer`, its ends included. */
export function isInside(inner: Interval, outer: Interval): boolean {
  return outer.low <= inner.low && inner.high <= outer.high;
}

/** The smallest interval that holds both. */
export function hull(first: Interval, second: Interval): Interval {
  return { low: Math.min(first.low, second.low), high: Math.max(first.high, second.high) };
}
