import type { Effect } from "./effect.ts";
import { isEquivalent } from "./equivalence.ts";
import { STRONG_LOG_E } from "./evidence.ts";
import { jeffreysMean } from "./jeffreys.ts";
import { ascending, quantile } from "./quantile.ts";
import { createRandom, DEFAULT_SEED, type Random } from "./random.ts";
import { pairFactor, type SafeTwoByTwo } from "./safe-two-by-two.ts";

/** About how many more pairs (samples a side) a verdict would take, and which one it would probably be. */
export interface MoreNeeded {
  pairs: number;
  towards: "better" | "no-meaningful-difference";
}

/** Beyond this nobody waits; the answer is "more than 1,000". */
export const MOST_PAIRS = 1_000;
const CONTINUATIONS = 99;

/**
 * About how many more pairs until one of the two clear verdicts, if the rates are what they look like now; the
 * nearer of the two. Null where both take more than 1,000.
 */
export function moreNeeded(
  state: SafeTwoByTwo,
  effect: Effect,
  margin: number,
  seed = DEFAULT_SEED,
): MoreNeeded | null {
  const same = pairsToEquivalence(state.pairs, effect, margin);
  const better = pairsToEvidence(state, Math.min(same, MOST_PAIRS), seed);
  if (Math.min(same, better) > MOST_PAIRS) return null;
  return better <= same
    ? { pairs: better, towards: "better" }
    : { pairs: same, towards: "no-meaningful-difference" };
}

/** More pairs until the expected interval lies inside the margin; infinite beyond 1,000. */
function pairsToEquivalence(pairs: number, effect: Effect, margin: number): number {
  const isEnough = (more: number): boolean =>
    isEquivalent(effect.expectedInterval((pairs + more) / pairs), margin);
  if (!isEnough(MOST_PAIRS)) return Number.POSITIVE_INFINITY;
  let tooFew = -1;
  let enough = MOST_PAIRS;
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1;
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/**
 * The median over seeded continuations of the e-process, with both sides passing at their posterior mean rates, of
 * the pairs until E >= 20. Infinite where fewer than half get there within `most`.
 */
export function pairsToEvidence(state: SafeTwoByTwo, most = MOST_PAIRS, seed = DEFAULT_SEED): number {
  if (state.logE >= STRONG_LOG_E) return 0;
  const rateA = jeffreysMean(state.passesA, state.pairs);
  const rateB = jeffreysMean(state.passesB, state.pairs);
  // Far too slow on average: no need to try. Half the average leaves room for luck.
  if (growth(rateA, rateB) * most < (STRONG_LOG_E - state.logE) / 2) return Number.POSITIVE_INFINITY;
  const random = createRandom(seed);
  // The weaker side draws first, so that exchanging the sides exchanges nothing else.
  const start = rateA <= rateB ? state : { ...state, passesA: state.passesB, passesB: state.passesA };
  const rates = [Math.min(rateA, rateB), Math.max(rateA, rateB)] as const;
  const waits = Array.from({ length: CONTINUATIONS }, () => wait(start, rates, most, random));
  return quantile(ascending(waits), 0.5);
}

/** How much ln E gains by a pair once the rates are learned: KL(rateA ‖ common) + KL(rateB ‖ common). */
export function growth(rateA: number, rateB: number): number {
  const common = (rateA + rateB) / 2;
  return divergence(rateA, common) + divergence(rateB, common);
}

function divergence(rate: number, from: number): number {
  const part = (share: number, other: number): number => (share === 0 ? 0 : share * Math.log(share / other));
  return part(rate, from) + part(1 - rate, 1 - from);
}

function wait(
  start: SafeTwoByTwo,
  [rateA, rateB]: readonly [number, number],
  most: number,
  random: Random,
): number {
  // Plain numbers instead of a new state each pair: this is the one place where it is felt.
  let { passesA, passesB, pairs, logE } = start;
  for (let more = 1; more <= most; more += 1) {
    const a = random.next() < rateA;
    const b = random.next() < rateB;
    logE += Math.log(pairFactor(passesA, passesB, pairs, a, b));
    if (logE >= STRONG_LOG_E) return more;
    passesA += Number(a);
    passesB += Number(b);
    pairs += 1;
  }
  return Number.POSITIVE_INFINITY;
}
