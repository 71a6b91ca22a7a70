const HALF_LOG_TWO_PI = 0.918_938_533_204_672_8;
/** B(2k) / (2k (2k - 1)) for k = 1 … 8, B the Bernoulli numbers. */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360_360,
  1 / 156,
  -3617 / 122_400,
] as const;
/** From here on eight terms of the series are exact to double precision. */
const SERIES_FROM = 15;

/**
 * ln Γ(x) for x > 0, by Stirling's series (Abramowitz & Stegun 6.1.40); smaller x are first moved up with
 * Γ(x) = Γ(x + 1) / x.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma of ${x}`);
  let shifted = x;
  let product = 1;
  while (shifted < SERIES_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const inverseSquare = 1 / (shifted * shifted);
  const series = STIRLING.reduceRight((sum, term) => sum * inverseSquare + term, 0) / shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series - Math.log(product);
}

/** ln of the binomial coefficient "count choose chosen". */
export function logChoose(count: number, chosen: number): number {
  return logGamma(count + 1) - logGamma(chosen + 1) - logGamma(count - chosen + 1);
}
