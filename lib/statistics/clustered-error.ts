import { mean } from "./mean.ts";

/**
 * Standard error of the mean of scores that come in clusters (cases of one family, samples of one case):
 *
 *     SE = √( Σ_c ( Σ_{i in c} (s_i - mean) )² ) / n
 *
 * with n scores in all. E. Miller, "Adding error bars to evals", arXiv 2411.00640 (2024); it is the cluster-robust
 * error of a regression on a constant, without the small-sample factor. Throws RangeError without scores.
 */
export function clusteredError(clusters: readonly (readonly number[])[]): number {
  const scores = clusters.flat();
  const centre = mean(scores);
  const squares = clusters.reduce((sum, cluster) => {
    const off = cluster.reduce((total, score) => total + score - centre, 0);
    return sum + off * off;
  }, 0);
  return Math.sqrt(squares) / scores.length;
}
