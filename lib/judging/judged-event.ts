import type { Usage } from "#lib/providers/types.ts";
import type { JudgeEvent } from "./events.ts";
import { readOrder, settlePair } from "./pairwise.ts";
import type { JudgeUnit } from "./plan.ts";
import type { JudgeReply } from "./reply.ts";
import { allUndecided, readRubric } from "./rubric.ts";

interface Answered {
  /** One a call, in the order of the calls. */
  replies: readonly JudgeReply[];
  usage: Usage;
  costUsd: number | null;
}

/** The event that tells what became of one unit. */
export function judgedEvent(
  unit: JudgeUnit,
  { replies, usage, costUsd }: Answered,
): Extract<JudgeEvent, { type: "pair-judged" | "output-judged" }> {
  const { pair, known } = unit;
  if (unit.kind === "pair") {
    const orders = unit.orders.flatMap((first, index) => {
      const reply = replies[index];
      return reply === undefined ? [] : [readOrder(pair, first, reply)];
    });
    const verdict = unit.known ?? settlePair(pair, orders);
    return {
      type: "pair-judged",
      data: { pair: pair.id, criterion: unit.criterion.id, ...verdict, orders, usage, costUsd },
    };
  }
  const { side, criteria } = unit;
  const [reply] = replies;
  const items =
    known !== undefined || reply === undefined
      ? allUndecided(criteria, known?.because ?? "failed")
      : readRubric(criteria, pair[side], reply);
  const problem = reply?.problem === undefined ? {} : { problem: reply.problem };
  return { type: "output-judged", data: { pair: pair.id, side, items, ...problem, usage, costUsd } };
}
