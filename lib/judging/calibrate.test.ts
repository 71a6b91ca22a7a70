import { expect, test } from "vitest";
import { calibrate, type PairVote } from "./calibrate.ts";

type Winner = "a" | "b" | "tie" | "undecided";
const judged = (winners: readonly Winner[]) =>
  winners.map((winner, index) => ({ pair: `p${index}`, criterion: "tone", winner }));
const voted = (choices: readonly PairVote["choice"][]): PairVote[] =>
  choices.map((choice, index) => ({ pair: `p${index}`, criterion: "tone", choice }));
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test("[JD18] agreement and kappa over the shared items, by the textbook figures", () => {
  // 20 a/a, 5 a/b, 10 b/a, 15 b/b: agreement 0.7, chance 0.5, kappa 0.4.
  const judge: Winner[] = [...times(25, "a" as const), ...times(25, "b" as const)];
  const people: PairVote["choice"][] = [
    ...times(20, "a" as const),
    ...times(5, "b" as const),
    ...times(10, "a" as const),
    ...times(15, "b" as const),
  ];
  const result = calibrate(judged(judge), voted(people));
  expect(result).toMatchObject({ shared: 50, agreement: 0.7 });
  expect(result.kappa).toBeCloseTo(0.4, 9);
  expect(result.judge).toEqual({ kind: "shown" });
});

test("[JD18] with fewer than 20 shared items the judge is hidden and says how many votes are missing", () => {
  const mixed = Array.from({ length: 19 }, (_, index) => (index % 2 === 0 ? ("a" as const) : ("b" as const)));
  expect(calibrate(judged(mixed), voted(mixed))).toMatchObject({
    shared: 19,
    agreement: 1,
    kappa: 1,
    judge: { kind: "hidden", because: "too-few-votes", votesNeeded: 1 },
  });
  const enough = [...mixed, "a" as const];
  expect(calibrate(judged(enough), voted(enough)).judge).toEqual({ kind: "shown" });
  expect(calibrate([], [])).toEqual({
    shared: 0,
    agreement: null,
    kappa: null,
    judge: { kind: "hidden", because: "too-few-votes", votesNeeded: 20 },
  });
});

test("[JD18] under kappa 0.4 it is hidden, also when agreement looks high because everyone says a", () => {
  const judge: Winner[] = [...times(18, "a" as const), "b", "b"];
  const people: PairVote["choice"][] = [...times(17, "a" as const), "b", "a", "a"];
  const result = calibrate(judged(judge), voted(people));
  expect(result.agreement).toBe(0.85);
  expect(result.kappa).toBeLessThan(0.4);
  expect(result.judge).toEqual({ kind: "hidden", because: "disagrees" });
});

test("[JD18] where nothing varies there is no kappa, and the judge stays hidden", () => {
  const same = times(25, "a" as const);
  expect(calibrate(judged(same), voted(same))).toMatchObject({
    agreement: 1,
    kappa: null,
    judge: { kind: "hidden", because: "no-variety" },
  });
});

test("[JD3][JD18] an undecided judgement is no answer, and both bad is a tie", () => {
  const result = calibrate(judged(["undecided", "tie", "a"]), voted(["a", "both-bad", "a"]));
  expect(result).toMatchObject({ shared: 2, agreement: 1 });
});

test("[JD18] several votes on one item count once, by majority; people who are split say tie", () => {
  const vote = (choice: PairVote["choice"]): PairVote => ({ pair: "p0", criterion: "tone", choice });
  expect(calibrate(judged(["b"]), [vote("b"), vote("a"), vote("b")])).toMatchObject({
    shared: 1,
    agreement: 1,
  });
  expect(calibrate(judged(["tie"]), [vote("b"), vote("a")])).toMatchObject({ shared: 1, agreement: 1 });
  const other: PairVote = { pair: "p0", criterion: "closing", choice: "a" };
  expect(calibrate(judged(["a"]), [other]).shared).toBe(0);
});
