import { jeffreysMean } from "./jeffreys.ts";
import type { Pair } from "./pair-counts.ts";

/** Where the e-process stands after `pairs` pairs. A new one is added with `afterPair`; nothing is rewritten. */
export interface SafeTwoByTwo {
  pairs: number;
  passesA: number;
  passesB: number;
  /** ln E now. */
  logE: number;
  /** The largest ln E so far, at least 0 (E starts at 1). */
  maxLogE: number;
}

export const NO_PAIRS: SafeTwoByTwo = { pairs: 0, passesA: 0, passesB: 0, logE: 0, maxLogE: 0 };

/**
 * The two-sample e-process for pass rates: R. Turner, A. Ly, P. Grünwald, "Generic E-variables for exact
 * sequential k-sample tests that allow for optional stopping" (arXiv 2106.02693). Before each pair the rates are
 * guessed from what came before, θA, θB = (passes + ½) / (pairs + 1) and θ0 = (θA + θB) / 2; the pair then
 * multiplies E by
 *
 *     f(θA, yA) · f(θB, yB) / (f(θ0, yA) · f(θ0, yB))      f(θ, y) = θ if y else 1 - θ
 *
 * When both sides pass this case at one and the same rate p, whatever p is, that factor has the mean
 * 1 - ((θA - θ0)(p - θ0) / (θ0 (1 - θ0)))², at most 1. So E is valid at every look and with cases of different
 * difficulty: the chance that it ever reaches 20 is at most 5 %.
 */
export function afterPair(state: SafeTwoByTwo, [a, b]: Pair): SafeTwoByTwo {
  const logE = state.logE + Math.log(pairFactor(state.passesA, state.passesB, state.pairs, a, b));
  return {
    pairs: state.pairs + 1,
    passesA: state.passesA + Number(a),
    passesB: state.passesB + Number(b),
    logE,
    maxLogE: Math.max(state.maxLogE, logE),
  };
}

/** What the next pair, (a, b), multiplies E by after so many passes in so many pairs. */
export function pairFactor(passesA: number, passesB: number, pairs: number, a: boolean, b: boolean): number {
  const rateA = jeffreysMean(passesA, pairs);
  const rateB = jeffreysMean(passesB, pairs);
  const common = (rateA + rateB) / 2;
  return (chance(rateA, a) * chance(rateB, b)) / (chance(common, a) * chance(common, b));
}

/** The e-process over pairs in the order in which they were planned. */
export function safeTwoByTwo(pairs: Iterable<Pair>): SafeTwoByTwo {
  let state = NO_PAIRS;
  for (const pair of pairs) state = afterPair(state, pair);
  return state;
}

function chance(rate: number, passed: boolean): number {
  return passed ? rate : 1 - rate;
}
