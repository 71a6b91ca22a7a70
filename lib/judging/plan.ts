import type { Message } from "#lib/base/message.ts";
import type { Because, Side } from "./events.ts";
import { pairMessages, rubricMessages } from "./judge-prompt.ts";
import type { Criterion, JudgeRequest, Pair } from "./request.ts";

/** Two outputs and one criterion: two calls, one an order, unless the answer is known without a judge. */
export interface PairUnit {
  kind: "pair";
  pair: Pair;
  criterion: Criterion;
  /** Which text comes first in each call. */
  orders: readonly Side[];
  /** Set instead of calls. */
  known?: { winner: "tie" | "undecided"; because: Because };
}

/** One output against all criteria: one call, or none for an empty text. */
export interface OutputUnit {
  kind: "output";
  pair: Pair;
  side: Side;
  criteria: readonly Criterion[];
  known?: { because: Because };
}

export type JudgeUnit = PairUnit | OutputUnit;
export type JudgeWork = Pick<JudgeRequest, "mode" | "criteria" | "pairs">;

/** What has to be judged, in order; nothing is asked where the answer is plain from the texts. */
export function planUnits({ mode, criteria, pairs }: JudgeWork): JudgeUnit[] {
  if (mode === "pairwise") {
    return pairs.flatMap((pair) => criteria.map((criterion) => pairUnit(pair, criterion)));
  }
  return pairs.flatMap((pair) => (["a", "b"] as const).map((side) => outputUnit(pair, side, criteria)));
}

/** Calls that a unit takes. */
export function callsOf(unit: JudgeUnit): number {
  if (unit.known !== undefined) return 0;
  return unit.kind === "pair" ? unit.orders.length : 1;
}

/** The messages of each of a unit's calls, with a fresh fence. */
export function messagesOf(unit: JudgeUnit): Message[][] {
  if (unit.known !== undefined) return [];
  if (unit.kind === "output") return [rubricMessages(unit.criteria, unit.pair[unit.side])];
  return unit.orders.map((first) =>
    pairMessages(unit.criterion, unit.pair[first], unit.pair[first === "a" ? "b" : "a"]),
  );
}

function pairUnit(pair: Pair, criterion: Criterion): PairUnit {
  const unit: PairUnit = { kind: "pair", pair, criterion, orders: ["a", "b"] };
  if (pair.a.trim() === "" || pair.b.trim() === "") {
    return { ...unit, known: { winner: "undecided", because: "nothing-to-judge" } };
  }
  if (pair.a === pair.b) return { ...unit, known: { winner: "tie", because: "identical" } };
  return unit;
}

function outputUnit(pair: Pair, side: Side, criteria: readonly Criterion[]): OutputUnit {
  const unit: OutputUnit = { kind: "output", pair, side, criteria };
  return pair[side].trim() === "" ? { ...unit, known: { because: "nothing-to-judge" } } : unit;
}
