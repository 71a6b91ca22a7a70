import { assertCounts } from "./counts.ts";
import { betaQuantile } from "./incomplete-beta.ts";
import { type Interval, LEVEL } from "./interval.ts";

/** The posterior mean of a pass rate under Jeffreys' prior: (passes + ½) / (samples + 1). Defined without samples. */
export function jeffreysMean(passes: number, samples: number): number {
  return (passes + 0.5) / (samples + 1);
}

/**
 * The equal-tailed credible interval of a pass rate under Jeffreys' prior Beta(½, ½): the quantiles of
 * Beta(passes + ½, samples - passes + ½). L. D. Brown, T. T. Cai, A. DasGupta, Statistical Science 16 (2001),
 * without their widening to 0 and 1 at the edges. Throws RangeError without samples.
 */
export function jeffreys(passes: number, samples: number, level = LEVEL): Interval {
  assertCounts(passes, samples);
  const tail = (1 - level) / 2;
  const a = passes + 0.5;
  const b = samples - passes + 0.5;
  return { low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) };
}
