/**
 * The quantile of values sorted upwards, by linear interpolation between neighbours (type 7 of Hyndman & Fan
 * 1996, the default of R and numpy). Throws RangeError without values.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError("quantile of nothing");
  return below === above ? below : below + (above - below) * (place - Math.floor(place));
}

export function ascending(values: readonly number[]): number[] {
  return [...values].sort((first, second) => first - second);
}
