import { type Interval, LEVEL } from "./interval.ts";
import { squareAndAdd } from "./square-and-add.ts";
import { wilson } from "./wilson.ts";

/** Passes among samples of one side. */
export interface Tally {
  passes: number;
  samples: number;
}

/**
 * Interval for the difference of two independent rates, B less A, in shares: R. G. Newcombe, "Interval
 * estimation for the difference between independent proportions: comparison of eleven methods", Statistics in
 * Medicine 17 (1998), method 10, the hybrid of two Wilson intervals. Throws RangeError without samples.
 */
export function newcombeIndependent(a: Tally, b: Tally, level = LEVEL): Interval {
  return squareAndAdd(
    { rate: a.passes / a.samples, interval: wilson(a.passes, a.samples, level) },
    { rate: b.passes / b.samples, interval: wilson(b.passes, b.samples, level) },
    0,
  );
}
