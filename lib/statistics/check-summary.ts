import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { effectOf } from "./effect.ts";
import { eValue, STRONG_LOG_E } from "./evidence.ts";
import type { Interval } from "./interval.ts";
import { safeTwoByTwo } from "./safe-two-by-two.ts";
import { completePairs, lookAt, type PlannedPair, type Seen } from "./seen.ts";

/** The outcomes of one check over all planned pairs. */
export interface CheckPairs {
  id: string;
  pairs: readonly PlannedPair[];
}

export interface CheckEvidence {
  e: number;
  /** 1 / E after Benjamini and Hochberg over all checks looked at. */
  adjustedP: number;
  /** The side that is better on this check, said only when the adjusted p is at most 0.05. */
  better: "a" | "b" | null;
  interval: Interval | null;
}

export interface CheckSummary {
  id: string;
  seen: Seen;
  /** Null for a demonstration. */
  evidence: CheckEvidence | null;
  /** "1 of 14 checks looked at": who looks at many finds something by luck. */
  note: string;
}

/** The bootstrap of one check among many; fewer draws than the verdict takes. */
const RESAMPLES = 2_000;

/**
 * What each check shows by itself, with the price of looking at all of them paid: 1 / E through Benjamini and
 * Hochberg. The more checks, the more evidence each of them needs.
 */
export function summariseChecks(
  checks: readonly CheckPairs[],
  options: { demonstration: boolean },
): CheckSummary[] {
  const logE = checks.map(({ pairs }) => safeTwoByTwo(completePairs(pairs).map(({ pair }) => pair)).logE);
  const adjusted = benjaminiHochberg(logE.map((value) => Math.exp(-Math.max(0, value))));
  const note = `1 of ${checks.length} ${checks.length === 1 ? "check" : "checks"} looked at`;
  return checks.map(({ id, pairs }, index) => {
    const seen = lookAt(pairs);
    if (options.demonstration) return { id, seen, note, evidence: null };
    const evidence = {
      e: eValue(logE[index] ?? 0),
      adjustedP: adjusted[index] ?? 1,
      better: betterSide(seen, adjusted[index] ?? 1),
      interval: effectOf(pairs, { resamples: RESAMPLES })?.interval ?? null,
    };
    return { id, seen, note, evidence };
  });
}

function betterSide({ difference }: Seen, adjustedP: number): "a" | "b" | null {
  // The bound of a single comparison, E >= 20, written with the same rounding.
  if (difference === null || difference === 0 || adjustedP > Math.exp(-STRONG_LOG_E)) return null;
  return difference > 0 ? "b" : "a";
}
