import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bradleyTerry, type Game, itemsOf, leagueOf } from "./bradley-terry.ts";
import { cohenKappa, ratingTable } from "./cohen-kappa.ts";
import { tallyVotes, type Vote } from "./vote-tally.ts";

const items = fc.constantFrom("a", "b", "c", "d");
const vote: fc.Arbitrary<Vote> = fc
  .record({
    voter: fc.constantFrom("v1", "v2", "v3"),
    first: items,
    second: items,
    outcome: fc.constantFrom("first" as const, "second" as const, "tie" as const, "both-bad" as const),
  })
  .filter(({ first, second }) => first !== second);
const votes = fc.array(vote, { minLength: 1, maxLength: 25 });

const flipped = { first: "second", second: "first", tie: "tie", "both-bad": "both-bad" } as const;
const strengthsOf = (games: Game[]) => bradleyTerry(leagueOf(itemsOf(games), games));
const quick = { resamples: 20 };

function times(count: number, change: Partial<Vote> = {}): Vote[] {
  return Array.from({ length: count }, (_, index) => ({
    voter: `v${index}`,
    first: "after",
    second: "before",
    outcome: "first",
    ...change,
  }));
}

describe("Bradley-Terry", () => {
  it("[VD18] the order of votes and of the items in one makes no difference, to the last digit", () => {
    fc.assert(
      fc.property(votes, (cast) => {
        const tally = tallyVotes(cast, quick);
        expect(tallyVotes([...cast].reverse(), quick)).toEqual(tally);
        const turned = cast.map(({ voter, first, second, outcome }) => ({
          voter,
          first: second,
          second: first,
          outcome: flipped[outcome],
        }));
        expect(tallyVotes(turned, quick)).toEqual(tally);
      }),
      { numRuns: 40 },
    );
  });

  it("[VD18] strengths have mean 0, mirror when every result is turned round, and are finite for the unbeaten", () => {
    fc.assert(
      fc.property(votes, (cast) => {
        const strengths = tallyVotes(cast, quick).standings.map(({ strength }) => strength);
        expect(strengths.reduce((sum, strength) => sum + strength, 0)).toBeCloseTo(0, 9);
        expect(strengths.every(Number.isFinite)).toBe(true);
        const games = cast.map(
          ({ first, second, outcome }): Game => ({
            first,
            second,
            score: outcome === "first" ? 1 : outcome === "second" ? 0 : 0.5,
          }),
        );
        const mirrored = strengthsOf(
          games.map(({ first, second, score }) => ({ first: second, second: first, score })),
        );
        strengthsOf(games).forEach((strength, item) => {
          expect(mirrored[item]).toBeCloseTo(-strength, 9);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("[VD18] two items without prior: the log of the odds, a tie half a win each", () => {
    const score = (count: number, value: Game["score"]) =>
      Array.from({ length: count }, (): Game => ({ first: "a", second: "b", score: value }));
    const league = leagueOf(["a", "b"], [...score(6, 1), ...score(1, 0), ...score(2, 0.5)]);
    const [a = 0, b = 0] = bradleyTerry(league, { priorGames: 0 });
    expect(a - b).toBeCloseTo(Math.log(7 / 2), 12);
  });

  it("[VD18] nothing voted is nothing ranked", () => {
    expect(bradleyTerry(leagueOf([], []))).toEqual([]);
    expect(tallyVotes([])).toEqual({ standings: [], votes: 0, voters: 0, bothBad: 0, enough: false });
  });
});

describe("the tally", () => {
  it("[VD18] the winner stands first, with wins, ties and both-bad counted", () => {
    const cast = [...times(6), ...times(2, { outcome: "tie" }), ...times(1, { outcome: "both-bad" })];
    const { standings, bothBad, votes: total, voters } = tallyVotes(cast);
    expect(standings[0]).toMatchObject({ item: "after", wins: 6, ties: 3, comparisons: 9 });
    expect(standings[1]).toMatchObject({ item: "before", wins: 0, ties: 3, comparisons: 9 });
    expect({ bothBad, total, voters }).toEqual({ bothBad: 1, total: 9, voters: 6 });
  });

  it("[VD18] a ranking needs ten comparisons of each item", () => {
    expect(tallyVotes(times(9), quick).enough).toBe(false);
    expect(tallyVotes(times(10), quick).enough).toBe(true);
  });

  it("[VD18] intervals come from whole voters: none for one voter, wide for one loud voter among three", () => {
    expect(tallyVotes(times(12, { voter: "me" })).standings[0]?.interval).toBeNull();
    const loud = [
      ...times(20, { voter: "loud" }),
      ...times(2, { voter: "x", outcome: "second" }),
      ...times(2, { voter: "y", outcome: "second" }),
    ];
    const [top] = tallyVotes(loud, { resamples: 400 }).standings;
    expect(top?.item).toBe("after");
    expect(top?.interval?.low).toBeLessThan(0);
    expect(top?.interval?.high).toBeGreaterThan(top?.strength ?? 0);
  });
});

describe("agreement", () => {
  const square = fc.array(fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }), {
    minLength: 3,
    maxLength: 3,
  });

  it("[VD19] kappa is the same with the raters exchanged, at most the agreement, and inside its interval", () => {
    fc.assert(
      fc.property(square, (table) => {
        const result = cohenKappa(table);
        const turned = cohenKappa(table.map((row, i) => row.map((_, j) => table[j]?.[i] ?? 0)));
        if (result === null) {
          expect(turned).toBeNull();
          return;
        }
        expect(turned?.kappa).toBeCloseTo(result.kappa, 12);
        expect(turned?.standardError).toBeCloseTo(result.standardError, 12);
        expect(result.kappa).toBeLessThanOrEqual(result.agreement + 1e-12);
        expect(result.interval.low).toBeLessThanOrEqual(result.kappa);
        expect(result.interval.high).toBeGreaterThanOrEqual(result.kappa);
      }),
    );
  });

  it("[VD19] always agreeing is 1, and where chance agrees always there is no kappa", () => {
    expect(
      cohenKappa(
        ratingTable([
          ["a", "a"],
          ["b", "b"],
          ["tie", "tie"],
        ]),
      ),
    ).toMatchObject({ kappa: 1, agreement: 1 });
    expect(
      cohenKappa(
        ratingTable([
          ["a", "a"],
          ["a", "a"],
        ]),
      ),
    ).toBeNull();
    expect(cohenKappa([])).toBeNull();
  });

  it("[VD19] answers are counted over the categories that anyone used", () => {
    expect(
      ratingTable([
        ["a", "b"],
        ["a", "a"],
        ["tie", "a"],
      ]),
    ).toEqual([
      [1, 1, 0],
      [0, 0, 0],
      [1, 0, 0],
    ]);
  });
});
