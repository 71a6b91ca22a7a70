import { isEquivalent, MARGIN } from "#lib/statistics/equivalence.ts";
import { STRONG_LOG_E } from "#lib/statistics/evidence.ts";
import { mcnemarExact } from "#lib/statistics/mcnemar.ts";
import { mcnemarLogE } from "#lib/statistics/mcnemar-e-process.ts";
import type { ExpectedChange } from "#lib/statistics/mcnemar-power.ts";
import { newcombeIndependent } from "#lib/statistics/newcombe-independent.ts";
import type { Pair } from "#lib/statistics/pair-counts.ts";
import { createRandom, type Random } from "#lib/statistics/random.ts";
import { afterPair, NO_PAIRS } from "#lib/statistics/safe-two-by-two.ts";

/** How the pairs of a simulated comparison come about. */
export interface Situation {
  label: string;
  /** The next pair. */
  pair(random: Random): Pair;
}

/** Both sides of each pair pass independently at these rates. */
export function atRates(label: string, rateA: number, rateB: number): Situation {
  return { label, pair: (random) => [random.next() < rateA, random.next() < rateB] };
}

/** No difference, but every case has a pass rate of its own: uniform, or mostly near 0 and 1. */
export function mixedCases(label: string, shape: "uniform" | "easy or hard"): Situation {
  return {
    label,
    pair(random) {
      const drawn = random.next();
      const rate = shape === "uniform" ? drawn : (1 - Math.cos(Math.PI * drawn)) / 2;
      return [random.next() < rate, random.next() < rate];
    },
  };
}

/** One sample a case: `regress` of the cases pass only with A, and B gains the difference on top. */
export function expectedChange({ rateA, rateB, regress }: ExpectedChange): Situation {
  const both = rateA - regress;
  const improve = rateB - both;
  return {
    label: `${percent(rateA)} → ${percent(rateB)}, ${percent(regress)} regress`,
    pair(random) {
      const drawn = random.next();
      if (drawn < both) return [true, true];
      if (drawn < both + regress) return [true, false];
      return [false, drawn < both + regress + improve];
    },
  };
}

/** 0.105 as "10.5 %". */
export function percent(share: number): string {
  return `${Math.round(share * 1_000) / 10} %`;
}

/** Of how many comparisons each method ever said "better", looked at after every pair. Shares. */
export interface PeekingRow {
  label: string;
  safe: number;
  mcnemarE: number;
  mcnemarExact: number;
  /** "No meaningful difference" before "better". */
  equivalent: number;
  /** Median pairs until the safe test decided; Infinity if fewer than half did. */
  medianPairs: number;
}

/** The exact test is first looked at here; before it, it cannot speak anyway. */
const FIRST_EXACT_LOOK = 6;

/** Comparisons of `pairs` pairs, every one looked at after every pair. Deterministic by its seed. */
export function simulatePeeking(
  situation: Situation,
  options: { comparisons: number; pairs: number; seed?: number },
): PeekingRow {
  const random = createRandom(options.seed);
  const exact = exactTable(options.pairs);
  const outcomes = Array.from({ length: options.comparisons }, () =>
    simulateOne(situation, options.pairs, random, exact),
  );
  const share = (said: (outcome: Outcome) => boolean): number =>
    outcomes.filter(said).length / outcomes.length;
  const waits = outcomes.map(({ safeAt }) => safeAt).sort((first, second) => first - second);
  return {
    label: situation.label,
    safe: share(({ safeAt }) => Number.isFinite(safeAt)),
    mcnemarE: share(({ mcnemarE }) => mcnemarE),
    mcnemarExact: share((outcome) => outcome.mcnemarExact),
    equivalent: share(({ equivalent }) => equivalent),
    medianPairs: waits[Math.floor(waits.length / 2)] ?? Number.POSITIVE_INFINITY,
  };
}

interface Outcome {
  safeAt: number;
  mcnemarE: boolean;
  mcnemarExact: boolean;
  equivalent: boolean;
}

function simulateOne(situation: Situation, pairs: number, random: Random, exact: ExactTable): Outcome {
  const outcome: Outcome = {
    safeAt: Number.POSITIVE_INFINITY,
    mcnemarE: false,
    mcnemarExact: false,
    equivalent: false,
  };
  let state = NO_PAIRS;
  let onlyA = 0;
  let onlyB = 0;
  for (let count = 1; count <= pairs; count += 1) {
    const pair = situation.pair(random);
    onlyA += Number(pair[0] && !pair[1]);
    onlyB += Number(pair[1] && !pair[0]);
    state = afterPair(state, pair);
    const decided = Number.isFinite(outcome.safeAt);
    if (!decided && state.logE >= STRONG_LOG_E) outcome.safeAt = count;
    outcome.mcnemarE ||= mcnemarLogE(onlyA, onlyB) >= STRONG_LOG_E;
    outcome.mcnemarExact ||= count >= FIRST_EXACT_LOOK && exact(onlyA, onlyB) < 0.05;
    outcome.equivalent ||=
      !Number.isFinite(outcome.safeAt) &&
      Math.abs(state.passesB - state.passesA) < MARGIN * count &&
      isEquivalent(
        newcombeIndependent(
          { passes: state.passesA, samples: count },
          { passes: state.passesB, samples: count },
        ),
      );
  }
  return outcome;
}

type ExactTable = (onlyA: number, onlyB: number) => number;

/** The exact p of all tables that can occur, worked out once each. */
function exactTable(pairs: number): ExactTable {
  const known = new Map<number, number>();
  return (onlyA, onlyB) => {
    const key = Math.min(onlyA, onlyB) * (pairs + 1) + Math.max(onlyA, onlyB);
    const p = known.get(key) ?? mcnemarExact(onlyA, onlyB);
    known.set(key, p);
    return p;
  };
}
