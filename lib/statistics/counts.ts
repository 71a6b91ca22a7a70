/**
 * Throws RangeError unless 0 <= passes <= samples and samples > 0. A rate without samples is no number;
 * whoever shows one says "no samples yet" instead of asking for an interval.
 */
export function assertCounts(passes: number, samples: number): void {
  if (!(samples > 0 && passes >= 0 && passes <= samples)) {
    throw new RangeError(`${passes} of ${samples} is not a count of passes`);
  }
}
