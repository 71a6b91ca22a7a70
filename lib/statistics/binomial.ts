import { incompleteBeta } from "./incomplete-beta.ts";
import { logChoose } from "./log-gamma.ts";

/** P(X = successes) for X ~ Binomial(trials, rate), in log space so that thousands of trials do not overflow. */
export function binomialProbability(successes: number, trials: number, rate: number): number {
  if (rate === 0) return successes === 0 ? 1 : 0;
  if (rate === 1) return successes === trials ? 1 : 0;
  return Math.exp(
    logChoose(trials, successes) + successes * Math.log(rate) + (trials - successes) * Math.log1p(-rate),
  );
}

/** P(X <= successes) for X ~ Binomial(trials, rate), as I_{1-rate}(trials - successes, successes + 1) (DLMF 8.17.5). */
export function binomialCumulative(successes: number, trials: number, rate: number): number {
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  return incompleteBeta(1 - rate, trials - successes, successes + 1);
}
