import type { RunView } from "#lib/runs/ledger.ts";

/** One promise, before anything was held against it. */
export interface Promised {
  id: string;
  label: string;
  /** A soft check informs; it decides nothing. */
  hard: boolean;
  /** No rule can decide it, whatever the answer: it is for people. */
  judged: boolean;
}

/** How often one side kept a promise. */
export interface Tally {
  kept: number;
  broken: number;
  undecided: number;
}

export interface ContractRow extends Promised {
  before: Tally;
  after: Tally;
}

/** Holds the promises against every answer that has ended so far. */
export function contractRows(
  promises: readonly Promised[],
  variants: { before: string; after: string },
  view: RunView | null,
): ContractRow[] {
  const tallies = new Map<string, Tally>();
  for (const { variant, result } of view?.samples.values() ?? []) {
    for (const check of result?.checks ?? []) {
      const key = `${variant} ${check.id}`;
      const tally = tallies.get(key) ?? { kept: 0, broken: 0, undecided: 0 };
      if (check.result === "pass") tally.kept += 1;
      else if (check.result === "fail") tally.broken += 1;
      else tally.undecided += 1;
      tallies.set(key, tally);
    }
  }
  const tallyOf = (variant: string, id: string) =>
    tallies.get(`${variant} ${id}`) ?? { kept: 0, broken: 0, undecided: 0 };
  return promises.map((promise) => ({
    ...promise,
    before: tallyOf(variants.before, promise.id),
    after: tallyOf(variants.after, promise.id),
  }));
}

export type Sign = "all" | "some" | "none" | "undecided" | "nothing";

/** What a tally amounts to: kept every time, sometimes, never; or no rule can tell; or nothing has run. */
export function signOf({ kept, broken, undecided }: Tally): Sign {
  if (kept + broken + undecided === 0) return "nothing";
  if (kept + broken === 0) return "undecided";
  if (broken === 0) return "all";
  return kept === 0 ? "none" : "some";
}

/** Promises that each side kept every time, of those a rule can decide: the score in a phone's tab. */
export function score(rows: readonly ContractRow[]): { before: number; after: number } {
  const kept = (side: "before" | "after") => rows.filter((row) => signOf(row[side]) === "all").length;
  return { before: kept("before"), after: kept("after") };
}
