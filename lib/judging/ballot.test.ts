import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnswerPair } from "./answer-pairs.ts";
import {
  type Ballot,
  blindVotes,
  castVote,
  choiceOf,
  forNextVoter,
  isRevealed,
  nextStation,
  stationsOf,
  undoVote,
  votesOn,
} from "./ballot.ts";

const pairs: AnswerPair[] = Array.from({ length: 400 }, (_, sample) => ({
  id: `p${sample}`,
  caseId: "1",
  sample,
  a: `before ${sample}`,
  b: `after ${sample}`,
  identical: false,
}));
const empty: Ballot = { seed: 7, voter: 1, votes: [], shown: [] };
const first = (ballot: Ballot, criteria = ["overall"], of = pairs) => {
  const station = nextStation(stationsOf(of, criteria, ballot), ballot);
  if (station === null) throw new Error("nothing left to vote on");
  return station;
};

test("[BV2] the coin is fair, its places stay for one voter and change for the next", () => {
  const one = stationsOf(pairs, ["overall"], empty);
  const onTheLeft = one.filter(({ left }) => left === "a").length;
  expect(onTheLeft).toBeGreaterThan(160);
  expect(onTheLeft).toBeLessThan(240);
  expect(stationsOf(pairs, ["overall"], { ...empty })).toEqual(one);
  const two = stationsOf(pairs, ["overall"], { ...empty, voter: 2 });
  const leftOf = new Map(two.map(({ pair, left }) => [pair.id, left]));
  const same = one.filter(({ pair, left }) => leftOf.get(pair.id) === left).length;
  expect(same).toBeGreaterThan(160);
  expect(same).toBeLessThan(240);
  expect(two.map(({ pair }) => pair.id)).not.toEqual(one.map(({ pair }) => pair.id));
  expect(one.map(({ pair }) => pair.id)).not.toEqual(pairs.map(({ id }) => id));
});

test("[BV2] further samples leave the places and the order of those that were there", () => {
  const few = stationsOf(pairs.slice(0, 20), ["overall"], empty);
  const known = new Set(few.map(({ pair }) => pair.id));
  const many = stationsOf(pairs, ["overall"], empty).filter(({ pair }) => known.has(pair.id));
  expect(many).toEqual(few);
});

test("[BV1] equal texts are left out", () => {
  const [one, two] = pairs;
  if (one === undefined || two === undefined) throw new Error("no pairs");
  const stations = stationsOf([{ ...one, identical: true }, two], ["overall"], empty);
  expect(stations.map(({ pair }) => pair.id)).toEqual(["p1"]);
});

test("[BV4] the sides of a pair are shown after its last question, and a press means what stands there", () => {
  const station = first(empty, ["overall", "tone"]);
  const after = castVote(empty, station, "tie");
  expect(isRevealed(after, station.pair.id)).toBe(false);
  const second = first(after, ["overall", "tone"]);
  expect(second).toMatchObject({
    pair: station.pair,
    criterion: "tone",
    left: station.left,
    lastOfPair: true,
  });
  expect(isRevealed(castVote(after, second, "a"), station.pair.id)).toBe(true);
  expect(choiceOf({ left: "a" }, "left")).toBe("a");
  expect(choiceOf({ left: "b" }, "left")).toBe("b");
  expect(choiceOf({ left: "a" }, "right")).toBe("b");
  expect(choiceOf({ left: "b" }, "right")).toBe("a");
  expect(choiceOf({ left: "b" }, "both-bad")).toBe("both-bad");
});

test("[BV5] a vote that was taken back comes again, and is no blind one any more", () => {
  const station = first(empty);
  const back = undoVote(pairs, castVote(empty, station, "a"));
  expect(back.votes).toEqual([]);
  expect(first(back)).toEqual(station);
  const again = castVote(back, station, "b");
  expect(again.votes).toEqual([
    { voter: 1, pair: station.pair.id, criterion: "overall", choice: "b", seen: true },
  ]);
  expect(blindVotes(again.votes)).toEqual([]);
});

test("[BV5] taking back touches the present voter's votes only", () => {
  const one = castVote(empty, first(empty), "a");
  const two = { ...one, voter: 2 };
  expect(undoVote(pairs, two)).toEqual(two);
});

test("[BV6] one vote a voter, pair and question, however often it is cast", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          voter: fc.integer({ min: 1, max: 3 }),
          pick: fc.nat(),
          choice: fc.constantFrom("a" as const, "b" as const, "tie" as const, "both-bad" as const),
        }),
        { maxLength: 60 },
      ),
      (casts) => {
        let ballot: Ballot = empty;
        for (const { voter, pick, choice } of casts) {
          ballot = { ...ballot, voter };
          const stations = stationsOf(pairs.slice(0, 3), ["overall", "tone"], ballot);
          const station = stations[pick % stations.length];
          if (station !== undefined) ballot = castVote(ballot, station, choice);
        }
        const keys = ballot.votes.map(({ voter, pair, criterion }) => `${voter} ${pair} ${criterion}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(ballot.shown).size).toBe(ballot.shown.length);
      },
    ),
  );
});

test("[BV6][BV8] on the answers of another run the voters begin with 1, and nothing of theirs is taken back", () => {
  const here = pairs.slice(0, 2);
  const voted = castVote(empty, first(empty, ["overall"], here), "a");
  expect(forNextVoter(here, voted).voter).toBe(2);
  const others = pairs.slice(2, 4);
  expect(votesOn(others, voted)).toEqual([]);
  expect(forNextVoter(others, { ...voted, voter: 2 }).voter).toBe(1);
  expect(undoVote(others, voted)).toEqual(voted);
});
