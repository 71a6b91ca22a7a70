import { type Interval, LEVEL } from "./interval.ts";
import { countPairs, type Pair, type PairCounts } from "./pair-counts.ts";
import { wilson } from "./wilson.ts";

/**
 * Whether a sample passed. "missing" never came or could not be decided (stopped, failed, undecided); "pending"
 * may still come.
 */
export type Outcome = boolean | "missing" | "pending";

/** The i-th sample of A beside the i-th sample of B, on one case, where the plan put it. */
export interface PlannedPair {
  caseId: string;
  a: Outcome;
  b: Outcome;
}

interface CompletePair {
  caseId: string;
  pair: Pair;
}

export interface SideSeen {
  passes: number;
  samples: number;
  /** Wilson, 95 %; null without samples. */
  interval: Interval | null;
}

/** What the complete pairs show. Both sides have as many samples as there are pairs. */
export interface Seen {
  pairs: number;
  /** Pairs of which a side is missing: counted here and nowhere else. */
  incomplete: number;
  /** Pairs from the first one that may still come: they wait, so that speed cannot decide what is counted. */
  waiting: number;
  /** Cases with a complete pair. */
  cases: number;
  counts: PairCounts;
  a: SideSeen;
  b: SideSeen;
  /** Rate of B less rate of A, a share; null without pairs. */
  difference: number | null;
}

/** The pairs that count, in planned order: complete, and before the first pending one. */
export function completePairs(planned: readonly PlannedPair[]): CompletePair[] {
  return planned.slice(0, settledCount(planned)).flatMap(({ caseId, a, b }) => {
    return typeof a === "boolean" && typeof b === "boolean" ? [{ caseId, pair: [a, b] as const }] : [];
  });
}

/** Counts what is there and what is not. */
export function lookAt(planned: readonly PlannedPair[]): Seen {
  const complete = completePairs(planned);
  const settled = settledCount(planned);
  const counts = countPairs(complete.map(({ pair }) => pair));
  const pairs = complete.length;
  return {
    pairs,
    incomplete: settled - pairs,
    waiting: planned.length - settled,
    cases: new Set(complete.map(({ caseId }) => caseId)).size,
    counts,
    a: side(counts.both + counts.onlyA, pairs),
    b: side(counts.both + counts.onlyB, pairs),
    difference: pairs === 0 ? null : (counts.onlyB - counts.onlyA) / pairs,
  };
}

function settledCount(planned: readonly PlannedPair[]): number {
  const first = planned.findIndex(
    ({ a, b }) => (a === "pending" && b !== "missing") || (b === "pending" && a !== "missing"),
  );
  return first === -1 ? planned.length : first;
}

function side(passes: number, samples: number): SideSeen {
  return { passes, samples, interval: samples === 0 ? null : wilson(passes, samples, LEVEL) };
}
