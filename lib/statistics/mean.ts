/** The arithmetic mean. Throws RangeError without values. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("mean of nothing");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
