import { expect, test } from "vitest";
import type { PairJudged } from "./events.ts";
import { pairwiseSummary, positionLean, rubricTally } from "./judge-summary.ts";

const usage = { inputTokens: 1, outputTokens: 1, estimated: false };
const judged = (
  winner: PairJudged["winner"],
  choices: [PairJudged["winner"], PairJudged["winner"]],
  because?: PairJudged["because"],
): PairJudged => ({
  pair: "1",
  criterion: "overall",
  winner,
  ...(because === undefined ? {} : { because }),
  orders: [
    { first: "a", choice: choices[0], reason: "" },
    { first: "b", choice: choices[1], reason: "" },
  ],
  usage,
  costUsd: null,
});

test("[JD2][JP5] wins, ties and what each order named are counted by question", () => {
  const all = [
    judged("b", ["b", "b"]),
    judged("tie", ["a", "b"], "orders-disagree"),
    judged("undecided", ["undecided", "b"], "unparsable"),
    { ...judged("a", ["a", "a"]), criterion: "tone" },
  ];
  expect(pairwiseSummary("overall", all)).toEqual({
    criterion: "overall",
    before: 0,
    after: 1,
    ties: 1,
    undecided: 1,
    ordersDisagree: 1,
    orders: {
      a: { before: 1, after: 1, ties: 0, undecided: 1 },
      b: { before: 0, after: 3, ties: 0, undecided: 0 },
    },
  });
});

test("[JD4] a rubric's answers are counted a side, the undecided by themselves", () => {
  const item = (answer: "yes" | "no" | "undecided") => ({ criterion: "tone", answer, reason: "" });
  const outputs = [
    { pair: "1", side: "a" as const, items: [item("no")] },
    { pair: "1", side: "b" as const, items: [item("yes"), { ...item("no"), criterion: "closing" }] },
    { pair: "2", side: "b" as const, items: [item("undecided")] },
  ];
  expect(rubricTally("tone", "a", outputs)).toEqual({ kept: 0, broken: 1, undecided: 0 });
  expect(rubricTally("tone", "b", outputs)).toEqual({ kept: 1, broken: 0, undecided: 1 });
});

test("[JP5] a lean is more than chance: 6 of 6 is one, 5 of 5 too, 3 of 3 and 12 of 20 are none", () => {
  expect(positionLean({ answers: 6, first: 6 })).toBe("first");
  expect(positionLean({ answers: 6, first: 0 })).toBe("second");
  expect(positionLean({ answers: 5, first: 5 })).toBe("first");
  expect(positionLean({ answers: 3, first: 3 })).toBeNull();
  expect(positionLean({ answers: 20, first: 12 })).toBeNull();
  expect(positionLean({ answers: 0, first: 0 })).toBeNull();
});
