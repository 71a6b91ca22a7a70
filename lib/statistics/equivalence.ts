import { type Interval, isInside } from "./interval.ts";

/** Differences up to 10 points do not matter unless someone says otherwise. */
export const MARGIN = 0.1;

/**
 * Two one-sided tests, read off an interval: the difference is smaller than the margin when its whole interval is.
 * D. J. Schuirmann (1987). With a 95 % interval each of the two tests has level 2.5 %, stricter than the usual 5 %.
 */
export function isEquivalent(difference: Interval, margin = MARGIN): boolean {
  return isInside(difference, { low: -margin, high: margin });
}
