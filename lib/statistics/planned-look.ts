import { boschloo } from "./boschloo.ts";
import { caseTotals } from "./effect.ts";
import { mcnemarExact } from "./mcnemar.ts";
import { lookAt, type PlannedPair } from "./seen.ts";
import { signFlip } from "./sign-flip.ts";

/** The p-value for those who planned one look at one number of samples and took no other. */
export interface PlannedLook {
  test: "boschloo" | "mcnemar" | "sign-flip";
  p: number;
}

/** Boschloo's test adds up all tables; beyond this it would be felt. */
const BOSCHLOO_SAMPLES = 150;

/**
 * The fixed-size test that fits the design: Boschloo for one case, exact McNemar for one sample of each case, a
 * sign-flip permutation of the mean differences for several samples of several cases. Null without pairs, and for
 * one case with more than 150 samples a side. Not valid for someone who looks again and again.
 */
export function plannedLook(planned: readonly PlannedPair[]): PlannedLook | null {
  const { pairs, cases, counts, a, b } = lookAt(planned);
  if (pairs === 0) return null;
  if (cases === 1) return pairs > BOSCHLOO_SAMPLES ? null : { test: "boschloo", p: boschloo(a, b) };
  if (cases === pairs) return { test: "mcnemar", p: mcnemarExact(counts.onlyA, counts.onlyB) };
  const means = caseTotals(planned).map((total) => total.difference / total.pairs);
  return { test: "sign-flip", p: signFlip(means) };
}
