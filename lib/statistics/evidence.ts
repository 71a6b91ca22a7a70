/** "Better" is said from here: under "no difference" E ever gets there in at most 1 of 20 comparisons. */
export const STRONG_E = 20;
export const STRONG_LOG_E = Math.log(STRONG_E);

/** E from ln E, as a finite number: beyond about 1.8e308 it stays there, so that JSON can carry it. */
export function eValue(logE: number): number {
  return Math.min(Math.exp(logE), Number.MAX_VALUE);
}

/**
 * The always-valid p-value, 1 / (largest E so far), at most 1: it may be looked at whenever one likes.
 * R. Johari, P. Koomen, L. Pekelis, D. Walsh, Operations Research 70 (2022).
 */
export function alwaysValidP(maxLogE: number): number {
  return Math.exp(-Math.max(0, maxLogE));
}

/** The mean of e-values is an e-value, whatever their dependence (V. Vovk, R. Wang, Annals of Statistics 49, 2021). */
export function meanE(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}
