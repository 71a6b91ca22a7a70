import { wilson } from "#lib/statistics/wilson.ts";
import type { Bias, PairJudged, RubricItem, Side } from "./events.ts";

/** How a judge decided one question. Before is a, After is b. */
export interface PairwiseSummary {
  criterion: string;
  before: number;
  after: number;
  ties: number;
  undecided: number;
  /** Ties because the two orders named different texts. */
  ordersDisagree: number;
  /** What single answers named, by the text that was shown first. */
  orders: Readonly<Record<Side, { before: number; after: number; ties: number; undecided: number }>>;
}

export function pairwiseSummary(criterion: string, all: readonly PairJudged[]): PairwiseSummary {
  const judged = all.filter((pair) => pair.criterion === criterion);
  const count = (winner: PairJudged["winner"]) => judged.filter((pair) => pair.winner === winner).length;
  const inOrder = (first: Side) => {
    const choices = judged.flatMap(({ orders }) => orders.filter((order) => order.first === first));
    const chose = (choice: PairJudged["winner"]) => choices.filter((order) => order.choice === choice).length;
    return { before: chose("a"), after: chose("b"), ties: chose("tie"), undecided: chose("undecided") };
  };
  return {
    criterion,
    before: count("a"),
    after: count("b"),
    ties: count("tie"),
    undecided: count("undecided"),
    ordersDisagree: judged.filter(({ because }) => because === "orders-disagree").length,
    orders: { a: inOrder("a"), b: inOrder("b") },
  };
}

/** One output that a rubric was held against. */
export interface OutputJudged {
  pair: string;
  side: Side;
  items: readonly RubricItem[];
}

export interface RubricTally {
  kept: number;
  broken: number;
  undecided: number;
}

/** How often a side does what one criterion says, by the judge: the marks of a contract row. */
export function rubricTally(criterion: string, side: Side, outputs: readonly OutputJudged[]): RubricTally {
  const answers = outputs
    .filter((output) => output.side === side)
    .flatMap(({ items }) => items.filter((item) => item.criterion === criterion));
  const count = (answer: RubricItem["answer"]) => answers.filter((item) => item.answer === answer).length;
  return { kept: count("yes"), broken: count("no"), undecided: count("undecided") };
}

/** Which place the judge leans to, when that is more than chance: the 95 % interval of the share leaves out a half. */
export function positionLean({ answers, first }: Bias["position"]): "first" | "second" | null {
  if (answers === 0) return null;
  const { low, high } = wilson(first, answers);
  if (low > 0.5) return "first";
  return high < 0.5 ? "second" : null;
}
