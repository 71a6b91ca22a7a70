import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { RubricTally } from "#lib/judging/judge-summary.ts";

/** What a judge that may be believed says of both sides, by the id of the check. */
export type JudgedRows = ReadonlyMap<string, { before: RubricTally; after: RubricTally }>;

interface JudgedState {
  /** The comparison that was judged, as it was run. */
  comparison: object | null;
  rows: JudgedRows;
}

const NONE: JudgedRows = new Map();
const store = createStore<JudgedState>()(() => ({ comparison: null, rows: NONE }));

/** Tells the page what the judge says; null takes it back. Nobody calls this for a judge that is hidden. */
export function publishJudgedRows(comparison: object | null, rows: JudgedRows | null): void {
  store.setState(rows === null ? { comparison: null, rows: NONE } : { comparison, rows });
}

/** The rows for the comparison of a run; empty for any other, and while the judge is hidden. */
export function judgedRowsOf(state: JudgedState, comparison: object | null | undefined): JudgedRows {
  return state.comparison !== null && state.comparison === comparison ? state.rows : NONE;
}

/** For the contract: marks of the rows that no rule can decide. */
export function useJudgedRows(comparison: object | null | undefined): JudgedRows {
  return useStore(store, (state) => judgedRowsOf(state, comparison));
}
