import type { CheckResult } from "#lib/checks/types.ts";
import { isUnfinished } from "#lib/comparison/unfinished.ts";
import { cellId, type RunView, type SampleView } from "#lib/runs/ledger.ts";

/** One promise, before anything was held against it. */
export interface Promised {
  id: string;
  label: string;
  /** A soft check informs; it decides nothing. */
  hard: boolean;
  /** No rule can decide it, whatever the answer: it is for people. */
  judged: boolean;
  /** Someone switched it off: it stands there and counts nowhere. */
  off?: boolean;
}

/** What is already told of answers that are being written, by cell. */
export type EarlyResults = ReadonlyMap<string, readonly CheckResult[]>;
export const NOTHING_EARLY: EarlyResults = new Map();

/** How often one side kept a promise. */
export interface Tally {
  kept: number;
  broken: number;
  undecided: number;
  /** Answers that were stopped, broke off or never came: nobody knows what they would have been. */
  leftOut: number;
  /** Answers that are still to come, those that are decided already among them. */
  open: number;
}

export interface ContractRow extends Promised {
  before: Tally;
  after: Tally;
  /** The tallies are a model's word that people's votes bear out; they are no rule's. */
  byJudge?: true;
}

type JudgedTally = Pick<Tally, "kept" | "broken" | "undecided">;

/** Holds the promises against every answer: those that have ended, and of those being written what can be told. */
export function contractRows(
  promises: readonly Promised[],
  variants: { before: string; after: string },
  view: RunView | null,
  early: EarlyResults = NOTHING_EARLY,
): ContractRow[] {
  const samples = [...(view?.samples.values() ?? [])];
  const tallyOf = (variant: string, id: string): Tally => {
    const tally = { kept: 0, broken: 0, undecided: 0, leftOut: 0, open: 0 };
    for (const sample of samples) {
      if (sample.variant !== variant) continue;
      const result = resultOf(sample, id, early)?.result;
      if (isLeftOut(sample)) tally.leftOut += 1;
      else if (result === "pass") tally.kept += 1;
      else if (result === "fail") tally.broken += 1;
      else if (result === "undecided") tally.undecided += 1;
      if (sample.phase === "waiting" || sample.phase === "writing") tally.open += 1;
    }
    return tally;
  };
  return promises.map((promise) => ({
    ...promise,
    before: tallyOf(variants.before, promise.id),
    after: tallyOf(variants.after, promise.id),
  }));
}

/** The rows that no rule can decide, with what a judge said of them where there is one that may be believed. */
export function withJudge(
  rows: readonly ContractRow[],
  judged: ReadonlyMap<string, { before: JudgedTally; after: JudgedTally }>,
): ContractRow[] {
  return rows.map((row) => {
    const said = row.judged ? judged.get(row.id) : undefined;
    if (said === undefined) return row;
    return {
      ...row,
      before: { ...row.before, ...said.before },
      after: { ...row.after, ...said.after },
      byJudge: true,
    };
  });
}

/** What one answer did with one promise, as far as can be told by now. */
export function resultOf(sample: SampleView, check: string, early: EarlyResults): CheckResult | undefined {
  const results = sample.phase === "writing" ? early.get(cellId(sample)) : sample.result?.checks;
  return results?.find(({ id }) => id === check);
}

/** Not an answer of the model: it says nothing about the promises. */
export function isLeftOut({ phase, result }: SampleView): boolean {
  if (phase === "failed" || phase === "unstarted") return true;
  return result !== null && isUnfinished(result.ending);
}

export type Sign = "all" | "some" | "none" | "undecided" | "left-out" | "nothing";

/** What a tally amounts to: kept every time, sometimes, never; or no rule can tell; or there is nothing to hold it against. */
export function signOf({ kept, broken, undecided, leftOut, open }: Tally): Sign {
  if (kept + broken + undecided === 0) return leftOut > 0 && open === 0 ? "left-out" : "nothing";
  if (kept + broken === 0) return "undecided";
  if (broken === 0) return "all";
  return kept === 0 ? "none" : "some";
}

/** Promises that each side kept every time, of those a rule can decide: the score in a phone's tab. */
export function score(rows: readonly ContractRow[]): { before: number; after: number } {
  const kept = (side: "before" | "after") =>
    rows.filter((row) => row.off !== true && row.byJudge !== true && signOf(row[side]) === "all").length;
  return { before: kept("before"), after: kept("after") };
}
