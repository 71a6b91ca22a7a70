import { logGamma } from "./log-gamma.ts";

/**
 * ln of the e-process on discordant pairs, a uniform mixture over how often B wins one:
 *
 *     E = 2^n · onlyA! · onlyB! / (n + 1)!    with n = onlyA + onlyB
 *
 * Under "no difference" its mean is 1 at every look, so E >= 20 has a chance of at most 5 % however often one
 * looks (Ville's inequality). It is the mixture SPRT of H. Robbins (1970). 0 and 8 give E = 28.44. By log-gamma,
 * so that thousands of pairs do not overflow.
 */
export function mcnemarLogE(onlyA: number, onlyB: number): number {
  const discordant = onlyA + onlyB;
  return discordant * Math.LN2 + logGamma(onlyA + 1) + logGamma(onlyB + 1) - logGamma(discordant + 2);
}
