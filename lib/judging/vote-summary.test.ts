import { expect, test } from "vitest";
import type { CastVote } from "./ballot.ts";
import { voteSummary } from "./vote-summary.ts";

const votes = (voter: number, choices: string): CastVote[] =>
  [...choices].map((letter, index) => ({
    voter,
    pair: `p${index}`,
    criterion: "overall",
    choice: letter === "a" ? "a" : letter === "b" ? "b" : letter === "t" ? "tie" : "both-bad",
  }));

test("[BV4] both bad is counted by itself and moves no share", () => {
  const summary = voteSummary("overall", votes(1, "xxxxxxxxxx"));
  expect(summary).toMatchObject({ before: 0, after: 0, ties: 0, bothBad: 10, votes: 10 });
  expect(summary.share?.after).toBeCloseTo(0.5, 12);
});

test("[BV7] counts at once, a share from 10 votes on, an interval from two voters on", () => {
  expect(voteSummary("overall", [])).toMatchObject({ votes: 0, voters: 0, share: null });
  expect(voteSummary("overall", votes(1, "bbbat"))).toMatchObject({
    before: 1,
    after: 3,
    ties: 1,
    share: null,
  });
  const one = voteSummary("overall", votes(1, "bbbbbbbatx"));
  expect(one.share?.interval).toBeNull();
  expect(one.share?.after).toBeGreaterThan(0.6);
  const two = voteSummary("overall", [...votes(1, "bbbbb"), ...votes(2, "bbbaa")]);
  expect(two.voters).toBe(2);
  expect(two.share?.interval?.low).toBeLessThan(two.share?.after ?? 0);
  expect(two.share?.interval?.high).toBeGreaterThan(two.share?.after ?? 1);
});

test("[BV7] the share mirrors when the sides change", () => {
  const forAfter = voteSummary("overall", votes(1, "bbbbbbbbaa")).share?.after ?? 0;
  const forBefore = voteSummary("overall", votes(1, "aaaaaaaabb")).share?.after ?? 0;
  expect(forAfter + forBefore).toBeCloseTo(1, 9);
});

test("[BV6] questions are told apart", () => {
  const mixed = votes(1, "bb").map((vote, index) => (index === 0 ? vote : { ...vote, criterion: "tone" }));
  expect(voteSummary("tone", mixed)).toMatchObject({ votes: 1, after: 1 });
});
