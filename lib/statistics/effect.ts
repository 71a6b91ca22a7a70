import { clusterBootstrap } from "./cluster-bootstrap.ts";
import { hull, type Interval } from "./interval.ts";
import { newcombeIndependent } from "./newcombe-independent.ts";
import { newcombePaired } from "./newcombe-paired.ts";
import { completePairs, lookAt, type PlannedPair, type Seen } from "./seen.ts";

/** The difference of the pass rates, B less A, in shares. */
export interface Effect {
  difference: number;
  /** 95 %. */
  interval: Interval;
  /** What the interval would be if `factor` times as many pairs came out in the same proportions. */
  expectedInterval(factor: number): Interval;
}

interface EffectOptions {
  /** Draws of the bootstrap over cases, where one is needed. */
  resamples?: number;
  seed?: number;
}

/**
 * The difference with its 95 % interval; null without pairs.
 *
 * One case: its samples are independent of each other, Newcombe's interval for independent rates. Several cases
 * with one sample each: Newcombe's paired interval. Several samples of several cases: what covers both the paired
 * interval and the bootstrap over cases. The bootstrap alone would be a single point where all cases look alike,
 * which a handful of cases often do.
 */
export function effectOf(planned: readonly PlannedPair[], options: EffectOptions = {}): Effect | null {
  const seen = lookAt(planned);
  const { difference, pairs, cases } = seen;
  if (difference === null) return null;
  if (cases === 1 || cases === pairs) {
    const intervalAt = cases === 1 ? independentInterval : pairedInterval;
    return {
      difference,
      interval: intervalAt(seen, 1),
      expectedInterval: (factor) => intervalAt(seen, factor),
    };
  }
  const point = { low: difference, high: difference };
  const overCases = clusterBootstrap(caseTotals(planned), pooledDifference, options) ?? point;
  const expectedInterval = (factor: number): Interval =>
    hull(pairedInterval(seen, factor), narrowed(overCases, difference, factor));
  return { difference, interval: expectedInterval(1), expectedInterval };
}

function independentInterval({ a, b }: Seen, factor: number): Interval {
  return newcombeIndependent(
    { passes: a.passes * factor, samples: a.samples * factor },
    { passes: b.passes * factor, samples: b.samples * factor },
  );
}

function pairedInterval({ counts }: Seen, factor: number): Interval {
  return newcombePaired({
    both: counts.both * factor,
    onlyA: counts.onlyA * factor,
    onlyB: counts.onlyB * factor,
    neither: counts.neither * factor,
  });
}

/** A bootstrap interval narrows as 1 / √cases about its estimate. */
function narrowed({ low, high }: Interval, about: number, factor: number): Interval {
  const share = 1 / Math.sqrt(factor);
  return { low: about - (about - low) * share, high: about + (high - about) * share };
}

interface CaseTotal {
  difference: number;
  pairs: number;
}

/** For each case the passes of B less those of A, and its pairs. */
export function caseTotals(planned: readonly PlannedPair[]): CaseTotal[] {
  const byCase = Map.groupBy(completePairs(planned), ({ caseId }) => caseId);
  return [...byCase.values()].map((own) => ({
    difference: own.reduce((sum, { pair: [a, b] }) => sum + Number(b) - Number(a), 0),
    pairs: own.length,
  }));
}

function pooledDifference(totals: readonly CaseTotal[]): number {
  let difference = 0;
  let pairs = 0;
  for (const total of totals) {
    difference += total.difference;
    pairs += total.pairs;
  }
  return difference / pairs;
}
