import { binomialProbability } from "./binomial.ts";
import { mcnemarExact } from "./mcnemar.ts";

/** What one expects of a change: shares of the cases, 0 … 1. */
export interface ExpectedChange {
  /** Pass rate of A. */
  rateA: number;
  /** Pass rate of B. */
  rateB: number;
  /** Share of the cases that A passes and B does not. */
  regress: number;
}

const MAX_CASES = 100_000;

/**
 * The power of McNemar's exact test at 5 % with one sample a case: the chance, over the number of discordant
 * pairs and how they split, that p is below 0.05. Exact, by adding up all outcomes.
 */
export function mcnemarPower({ rateA, rateB, regress }: ExpectedChange, cases: number): number {
  const improve = rateB - rateA + regress;
  const discordant = improve + regress;
  let power = 0;
  for (let pairs = 0; pairs <= cases; pairs += 1) {
    const weight = binomialProbability(pairs, cases, Math.min(1, discordant));
    if (weight < 1e-15) continue;
    const extreme = largestExtreme(pairs);
    for (let few = 0; few <= extreme; few += 1) {
      const share = improve / discordant;
      power += weight * binomialProbability(few, pairs, share);
      power += weight * binomialProbability(pairs - few, pairs, share);
    }
  }
  return power;
}

/** The largest count on the smaller side of `discordant` pairs that still gives p < 0.05; -1 if none does. */
function largestExtreme(discordant: number): number {
  let few = -1;
  while (2 * (few + 1) < discordant && mcnemarExact(few + 1, discordant - few - 1) < 0.05) few += 1;
  return few;
}

/** The fewest cases for that power (0.8 = 80 %). Throws RangeError where B is not expected to pass more often. */
export function requiredCases(change: ExpectedChange, power = 0.8): number {
  if (!(change.rateB > change.rateA)) throw new RangeError("no improvement to find");
  for (let cases = 1; cases <= MAX_CASES; cases += 1) {
    if (mcnemarPower(change, cases) >= power) return cases;
  }
  throw new RangeError(`more than ${MAX_CASES} cases`);
}
