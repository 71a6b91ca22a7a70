import { createRandom, DEFAULT_SEED } from "./random.ts";

/** Up to here all 2^20 sign patterns are looked at. */
const EXACT_CASES = 20;
/** Sums closer than this, relative to the size of the differences, are the same sum. */
const ROUNDING = 1e-9;

interface SignFlipOptions {
  /** Random sign patterns when there are too many cases for all of them. */
  resamples?: number;
  seed?: number;
}

/**
 * Sign-flip permutation test on paired differences, one a case: the share of sign patterns whose mean is at
 * least as far from 0 as the observed one (two-sided). Exact for up to 20 cases with a difference; beyond, a
 * seeded Monte Carlo with (hits + 1) / (resamples + 1), which never says 0 (B. Phipson, G. Smyth, 2010).
 * R. A. Fisher, "The Design of Experiments" (1935), section 21. No differences give 1.
 */
export function signFlip(differences: readonly number[], options: SignFlipOptions = {}): number {
  // The sign of a zero changes no sum.
  const sizes = differences.filter((difference) => difference !== 0).map(Math.abs);
  if (sizes.length === 0) return 1;
  const observed = Math.abs(differences.reduce((sum, difference) => sum + difference, 0));
  const threshold = observed - ROUNDING * Math.max(...sizes);
  return sizes.length <= EXACT_CASES
    ? exactShare(sizes, threshold)
    : sampledShare(sizes, threshold, options.resamples ?? 20_000, options.seed ?? DEFAULT_SEED);
}

/** All sums of the first half with all sums of the second: no running sum gathers rounding errors. */
function exactShare(sizes: readonly number[], threshold: number): number {
  const first = signedSums(sizes.slice(0, sizes.length >> 1));
  const second = signedSums(sizes.slice(sizes.length >> 1));
  let hits = 0;
  for (const left of first) {
    for (const right of second) if (Math.abs(left + right) >= threshold) hits += 1;
  }
  return hits / 2 ** sizes.length;
}

function signedSums(sizes: readonly number[]): number[] {
  return sizes.reduce((sums, size) => sums.flatMap((sum) => [sum + size, sum - size]), [0]);
}

function sampledShare(sizes: readonly number[], threshold: number, resamples: number, seed: number): number {
  const random = createRandom(seed);
  let hits = 0;
  for (let resample = 0; resample < resamples; resample += 1) {
    let sum = 0;
    for (const size of sizes) sum += random.below(2) === 0 ? size : -size;
    if (Math.abs(sum) >= threshold) hits += 1;
  }
  return (hits + 1) / (resamples + 1);
}
