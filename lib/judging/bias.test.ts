import { expect, test } from "vitest";
import { biasOf } from "./bias.ts";
import type { OrderReading, PairJudged } from "./events.ts";

const pairs = [
  { id: "long-a", a: "x".repeat(200), b: "x".repeat(100) },
  { id: "long-b", a: "x".repeat(50), b: "x".repeat(90) },
  { id: "alike", a: "x".repeat(100), b: "x".repeat(95) },
];
const judged = (
  pair: string,
  winner: PairJudged["winner"],
  choices: OrderReading["choice"][],
): PairJudged => ({
  pair,
  criterion: "c",
  winner,
  orders: choices.map((choice, index) => ({ first: index === 0 ? "a" : "b", choice, reason: "" })),
  usage: { inputTokens: 0, outputTokens: 0, estimated: false },
  costUsd: 0,
});

test("[JD19] the lengths of winners and losers show a taste for long texts", () => {
  const { lengths } = biasOf(pairs, [
    judged("long-a", "a", ["a", "a"]),
    judged("long-b", "b", ["b", "b"]),
    judged("alike", "a", ["a", "a"]),
    judged("long-a", "tie", ["a", "b"]),
    judged("long-b", "undecided", []),
  ]);
  expect(lengths).toEqual({
    decided: 3,
    meanWinnerChars: (200 + 90 + 100) / 3,
    meanLoserChars: (100 + 50 + 95) / 3,
    longerWon: 3,
    similar: { decided: 1, a: 1, b: 0 },
  });
});

test("[JD19] the share of answers for the first place shows a taste for it", () => {
  const { position, lengths } = biasOf(pairs, [
    judged("long-a", "tie", ["a", "b"]),
    judged("long-b", "tie", ["a", "b"]),
    judged("alike", "undecided", ["b", "undecided"]),
  ]);
  expect(position).toEqual({ answers: 5, first: 4 });
  expect(lengths).toMatchObject({ decided: 0, meanWinnerChars: null, meanLoserChars: null });
});
