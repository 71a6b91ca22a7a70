import { binomialCumulative, binomialProbability } from "./binomial.ts";

/**
 * McNemar's exact test on discordant pairs: two-sided p of `onlyA` against Binomial(onlyA + onlyB, ½),
 * min(1, 2 P(X <= min(onlyA, onlyB))). Q. McNemar, Psychometrika 12 (1947). 0 and 6 give 0.03125.
 * No discordant pair gives 1.
 */
export function mcnemarExact(onlyA: number, onlyB: number): number {
  return Math.min(1, 2 * binomialCumulative(Math.min(onlyA, onlyB), onlyA + onlyB, 0.5));
}

/**
 * McNemar's mid-p: the exact p less the probability of what was observed; 1 - half of it where the two sides
 * are even. M. W. Fagerland, S. Lydersen, P. Laake, BMC Medical Research Methodology 13:91 (2013). Less
 * conservative than the exact test.
 */
export function mcnemarMidP(onlyA: number, onlyB: number): number {
  const discordant = onlyA + onlyB;
  if (discordant === 0) return 1;
  const observed = binomialProbability(Math.min(onlyA, onlyB), discordant, 0.5);
  return onlyA === onlyB ? 1 - observed / 2 : mcnemarExact(onlyA, onlyB) - observed;
}
