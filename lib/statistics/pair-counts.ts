/** How often each of the four outcomes of a pair was seen. */
export interface PairCounts {
  both: number;
  onlyA: number;
  onlyB: number;
  neither: number;
}

/** Whether A passed and whether B passed, on the same case. */
export type Pair = readonly [a: boolean, b: boolean];

/** Counts the four outcomes. */
export function countPairs(pairs: Iterable<Pair>): PairCounts {
  const counts = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
  for (const [a, b] of pairs) {
    if (a && b) counts.both += 1;
    else if (a) counts.onlyA += 1;
    else if (b) counts.onlyB += 1;
    else counts.neither += 1;
  }
  return counts;
}
