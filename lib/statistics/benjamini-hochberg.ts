/**
 * Benjamini and Hochberg's adjusted p-values, in the order given: for looking through many checks. Taking those
 * of at most 0.05 keeps the expected share of false ones among them at 5 %. Y. Benjamini, Y. Hochberg, Journal of
 * the Royal Statistical Society B 57 (1995). With p = 1 / E it is the e-BH procedure, which holds under any
 * dependence (R. Wang, A. Ramdas, JRSS B 84, 2022).
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((first, second) => second.p - first.p);
  const adjusted = pValues.map(() => 1);
  let smallest = 1;
  order.forEach(({ p, index }, rank) => {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - rank));
    adjusted[index] = smallest;
  });
  return adjusted;
}
