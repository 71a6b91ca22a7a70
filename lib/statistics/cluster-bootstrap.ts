import { type Interval, LEVEL } from "./interval.ts";
import { normalCumulative, normalQuantile } from "./normal.ts";
import { ascending, quantile } from "./quantile.ts";
import { createRandom, DEFAULT_SEED } from "./random.ts";

/** How to draw; 10,000 resamples and 95 % unless said otherwise. */
export interface BootstrapOptions {
  method?: "percentile" | "bca";
  resamples?: number;
  seed?: number;
  level?: number;
}

/**
 * Bootstrap interval of a statistic that is computed over independent clusters (cases, families of cases,
 * voters): whole clusters are drawn with replacement, never the samples inside one. Percentile by default, or
 * BCa. B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 13 and 14.
 * Null with fewer than two clusters, where nothing can be drawn.
 */
export function clusterBootstrap<Cluster>(
  clusters: readonly Cluster[],
  statistic: (drawn: readonly Cluster[]) => number,
  options: BootstrapOptions = {},
): Interval | null {
  if (clusters.length < 2) return null;
  const level = options.level ?? LEVEL;
  const replicates = bootstrapReplicates(clusters, statistic, options);
  if (options.method !== "bca") return percentileInterval(replicates, level);
  const leftOut = clusters.map((_, left) => statistic(clusters.filter((__, index) => index !== left)));
  return bcaInterval(replicates, statistic(clusters), leftOut, level);
}

/** The statistic of each resample, sorted upwards. */
export function bootstrapReplicates<Cluster>(
  clusters: readonly Cluster[],
  statistic: (drawn: readonly Cluster[]) => number,
  { resamples = 10_000, seed = DEFAULT_SEED }: BootstrapOptions = {},
): number[] {
  const random = createRandom(seed);
  const replicates = Array.from({ length: resamples }, () =>
    statistic(clusters.map((cluster) => clusters[random.below(clusters.length)] ?? cluster)),
  );
  return ascending(replicates);
}

/** The middle `level` of replicates sorted upwards. */
function percentileInterval(replicates: readonly number[], level = LEVEL): Interval {
  const tail = (1 - level) / 2;
  return { low: quantile(replicates, tail), high: quantile(replicates, 1 - tail) };
}

/**
 * The bias-corrected and accelerated interval (Efron 1987): bias z0 from the share of replicates below the
 * estimate (ties half), acceleration from the skewness of the estimates with one cluster left out.
 * Replicates that are all alike give that one point.
 */
export function bcaInterval(
  replicates: readonly number[],
  estimate: number,
  leftOut: readonly number[],
  level = LEVEL,
): Interval {
  const below = replicates.filter((value) => value < estimate).length;
  const equal = replicates.filter((value) => value === estimate).length;
  const bias = normalQuantile((below + equal / 2) / replicates.length);
  if (!Number.isFinite(bias)) return percentileInterval(replicates, level);
  const centre = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
  const squares = leftOut.reduce((sum, value) => sum + (centre - value) ** 2, 0);
  const cubes = leftOut.reduce((sum, value) => sum + (centre - value) ** 3, 0);
  const acceleration = squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
  const place = (tail: number): number => {
    const shifted = bias + normalQuantile(tail);
    return normalCumulative(bias + shifted / (1 - acceleration * shifted));
  };
  const tail = (1 - level) / 2;
  return { low: quantile(replicates, place(tail)), high: quantile(replicates, place(1 - tail)) };
}
