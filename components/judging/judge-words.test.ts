import { expect, test } from "vitest";
import { neededWords, positionWords, trustWords } from "./judge-words.ts";
import { tallySentence } from "./vote-words.ts";

const lengths = {
  decided: 0,
  meanWinnerChars: null,
  meanLoserChars: null,
  longerWon: 0,
  similar: { decided: 0, a: 0, b: 0 },
};

test("[JP3][JD18] before anything is paid it is said how many votes it takes, and whether so many can be cast", () => {
  const pairs = (differ: number, same = 0) =>
    [differ, same].flatMap((count, at) => Array.from({ length: count }, () => ({ identical: at === 1 })));
  const needed = "It stays hidden until it has been held against 20 blind votes and agrees with them.";
  expect(neededWords(pairs(5), 4)).toBe(needed);
  expect(neededWords(pairs(20), 1)).toBe(needed);
  expect(neededWords(pairs(3, 6), 4)).toBe(
    `${needed} Only 12 can be cast here (3 pairs of answers that differ, 4 questions), so its verdicts would stay hidden. More samples or cases give more to vote on.`,
  );
  expect(neededWords(pairs(1), 1)).toContain(
    "Only 1 can be cast here (1 pair of answers that differ, 1 question)",
  );
  expect(neededWords(pairs(0, 3), 4)).toContain("None can be cast here");
});

test("[JP4][JD18] why a judge is hidden is said with its numbers", () => {
  expect(
    trustWords({
      shared: 13,
      agreement: 9 / 13,
      kappa: 0.5,
      judge: { kind: "hidden", because: "too-few-votes", votesNeeded: 7 },
    }),
  ).toEqual({
    title: "Hidden: 7 more blind votes needed.",
    text: "A judge counts once it has been held against 20 blind votes on the same answers and questions. So far 13. It said what people said in 9 of 13 (69\u00a0%).",
  });
  const disagrees = trustWords({
    shared: 20,
    agreement: 0.5,
    kappa: 0.21,
    judge: { kind: "hidden", because: "disagrees" },
  });
  expect(disagrees.text).toContain("10 of 20 (50\u00a0%), kappa 0.21; 0.40 is needed");
  const shown = trustWords({ shared: 20, agreement: 0.9, kappa: 0.8, judge: { kind: "shown" } });
  expect(shown.text).toContain("18 of 20 (90\u00a0%), kappa 0.80");
});

test("[JP5] a lean to a place is said with its counts and the ties it made; chance is not", () => {
  expect(positionWords({ lengths, position: { answers: 30, first: 30 } }, 15)).toBe(
    "It named the text it read first in 30 of 30 answers; half would be fair. 15 verdicts changed with the order and became ties.",
  );
  expect(positionWords({ lengths, position: { answers: 10, first: 0 } }, 1)).toBe(
    "It named the text it read second in 10 of 10 answers; half would be fair. 1 verdict changed with the order and became a tie.",
  );
  expect(positionWords({ lengths, position: { answers: 10, first: 6 } }, 3)).toBeNull();
});

test("[BV4] the tally's sentence names a preference only where somebody had one", () => {
  const summary = { criterion: "overall", ties: 0, bothBad: 0, seen: 0, share: null };
  const said = (before: number, after: number, votes: number, voters = 1) =>
    tallySentence({ ...summary, before, after, votes, voters });
  expect(said(0, 0, 5)).toBe("You preferred neither side.");
  expect(said(0, 0, 5, 2)).toBe("2 voters preferred neither side.");
  expect(said(0, 0, 0, 0)).toBe("No votes yet.");
  expect(said(0, 5, 5)).toBe("You preferred After in 5 of 5 votes, Before in none.");
  expect(said(3, 1, 10, 2)).toBe("2 voters preferred Before in 3 of 10 votes, After in 1.");
  expect(said(2, 2, 5)).toBe("You preferred each side equally often: 2 of 5 votes.");
});
