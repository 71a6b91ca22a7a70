import { type Interval, LEVEL } from "./interval.ts";
import { twoSidedZ } from "./normal.ts";

export interface Kappa {
  /** Share of items on which both said the same. */
  agreement: number;
  /** Agreement beyond chance: 1 = always, 0 = as often as by chance. */
  kappa: number;
  standardError: number;
  interval: Interval;
}

/**
 * Cohen's kappa of two raters from a square table of counts, `table[i][j]` = how often the first said i and the
 * second j: (po - pe) / (1 - pe). J. Cohen (1960); standard error of J. L. Fleiss, J. Cohen, B. S. Everitt,
 * Psychological Bulletin 72 (1969), normal interval. Null where chance alone already agrees always (nothing
 * rated, or both said one and the same thing throughout).
 */
export function cohenKappa(table: readonly (readonly number[])[], level = LEVEL): Kappa | null {
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const share = table.map((row) => row.map((count) => count / total));
  const rows = share.map((row) => row.reduce((sum, value) => sum + value, 0));
  const columns = share.map((_, column) => share.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const agreement = share.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  const byChance = rows.reduce((sum, row, index) => sum + row * (columns[index] ?? 0), 0);
  if (1 - byChance < 1e-12) return null;
  const kappa = (agreement - byChance) / (1 - byChance);

  let agreed = 0;
  let disagreed = 0;
  share.forEach((row, i) => {
    row.forEach((value, j) => {
      if (i === j) agreed += value * (1 - ((rows[i] ?? 0) + (columns[i] ?? 0)) * (1 - kappa)) ** 2;
      else disagreed += value * ((columns[i] ?? 0) + (rows[j] ?? 0)) ** 2;
    });
  });
  const variance =
    (agreed + (1 - kappa) ** 2 * disagreed - (kappa - byChance * (1 - kappa)) ** 2) /
    ((1 - byChance) ** 2 * total);
  const standardError = Math.sqrt(Math.max(0, variance));
  const reach = twoSidedZ(level) * standardError;
  return { agreement, kappa, standardError, interval: { low: kappa - reach, high: kappa + reach } };
}

/** The table of two raters' answers, item by item, over the categories in use. Feed it to `cohenKappa`. */
export function ratingTable(ratings: Iterable<readonly [string, string]>): number[][] {
  const pairs = [...ratings];
  const categories = [...new Set(pairs.flat())].sort();
  const table = categories.map(() => categories.map(() => 0));
  for (const [first, second] of pairs) {
    const row = table[categories.indexOf(first)];
    const column = categories.indexOf(second);
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}
