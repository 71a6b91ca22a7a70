import { createRandom } from "#lib/statistics/random.ts";
import type { AnswerPair } from "./answer-pairs.ts";
import type { PairVote } from "./calibrate.ts";
import type { Side } from "./events.ts";
import { textId } from "./text-id.ts";

/** One vote as it is kept. `a` is Before and `b` After, whatever stood on the left. */
export interface CastVote extends PairVote {
  /** People who share a device, counted from 1. */
  voter: number;
  /** Taken back and cast again: the voter had seen which side is which. */
  seen?: boolean;
}

/** All votes on one comparison, in the order in which they were cast. */
export interface Ballot {
  /** Decides, with voter and pair, which text stands on the left. */
  seed: number;
  /** Who votes now. */
  voter: number;
  votes: readonly CastVote[];
  /** Which pairs were revealed to whom: "voter/pair". */
  shown: readonly string[];
}

/** One question on one pair, with its sides hidden. */
export interface Station {
  pair: AnswerPair;
  criterion: string;
  /** The side that stands on the left, or first. */
  left: Side;
  /** After this one the pair has no more questions: the sides are shown. */
  lastOfPair: boolean;
}

/**
 * Every question for one voter: the pairs in an order of their own, the questions on a pair together, so that its
 * sides are shown only after the last. A fair coin for each pair and voter puts one text on the left. Pairs of equal
 * texts are left out. The same ballot gives the same stations after a reload, and when samples are added.
 */
export function stationsOf(
  pairs: readonly AnswerPair[],
  criteria: readonly string[],
  { seed, voter }: Pick<Ballot, "seed" | "voter">,
): Station[] {
  const drawn = pairs
    .filter(({ identical }) => !identical)
    .map((pair) => {
      const random = createRandom(Number.parseInt(textId(String(seed), String(voter), pair.id), 36));
      const left: Side = random.below(2) === 0 ? "a" : "b";
      return { pair, left, place: random.next() };
    })
    .sort((one, other) => one.place - other.place);
  return drawn.flatMap(({ pair, left }) =>
    criteria.map((criterion, index) => ({
      pair,
      criterion,
      left,
      lastOfPair: index === criteria.length - 1,
    })),
  );
}

/** The first question that this voter has not answered; null when there is none. */
export function nextStation(stations: readonly Station[], ballot: Ballot): Station | null {
  return stations.find((station) => voteAt(station, ballot) === undefined) ?? null;
}

export function voteAt({ pair, criterion }: Station, { votes, voter }: Ballot): CastVote | undefined {
  return votes.find((vote) => vote.voter === voter && vote.pair === pair.id && vote.criterion === criterion);
}

/** A vote in place of any earlier one of the same voter on the same question; the last on its pair reveals it. */
export function castVote(ballot: Ballot, station: Station, choice: Choice): Ballot {
  const { voter, shown } = ballot;
  const { pair, criterion, lastOfPair } = station;
  const reveal = `${voter}/${pair.id}`;
  const seen = shown.includes(reveal);
  const earlier = voteAt(station, ballot);
  const vote: CastVote = { voter, pair: pair.id, criterion, choice, ...(seen ? { seen } : {}) };
  return {
    ...ballot,
    votes: [...ballot.votes.filter((other) => other !== earlier), vote],
    shown: lastOfPair && !seen ? [...shown, reveal] : shown,
  };
}

/** Whether this voter knows which side of the pair is which. */
export function isRevealed({ voter, shown }: Ballot, pair: string): boolean {
  return shown.includes(`${voter}/${pair}`);
}

/** Without the present voter's last vote on these answers. What was revealed stays known: a new vote on it will say so. */
export function undoVote(pairs: readonly Pick<AnswerPair, "id">[], ballot: Ballot): Ballot {
  const last = votesOn(pairs, ballot).findLast(({ voter }) => voter === ballot.voter);
  return { ...ballot, votes: ballot.votes.filter((vote) => vote !== last) };
}

/** The votes on some answers; a ballot also keeps those on the answers of other runs. */
export function votesOn(pairs: readonly Pick<AnswerPair, "id">[], { votes }: Ballot): CastVote[] {
  const ids = new Set(pairs.map(({ id }) => id));
  return votes.filter(({ pair }) => ids.has(pair));
}

/** The ballot for the person after all who have voted on these answers; the first one is 1. */
export function forNextVoter(pairs: readonly Pick<AnswerPair, "id">[], ballot: Ballot): Ballot {
  const last = votesOn(pairs, ballot).reduce((most, { voter }) => Math.max(most, voter), 0);
  return { ...ballot, voter: last + 1 };
}

/** What a press on one of the four buttons means, for the station's own sides. */
export function choiceOf({ left }: Pick<Station, "left">, pressed: Pressed): Choice {
  if (pressed === "tie" || pressed === "both-bad") return pressed;
  return (pressed === "left") === (left === "a") ? "a" : "b";
}

export type Choice = PairVote["choice"];
export type Pressed = "left" | "right" | "tie" | "both-bad";

/** Votes that can be held against a judge: cast before the voter knew which side is which. */
export function blindVotes(votes: readonly CastVote[]): CastVote[] {
  return votes.filter(({ seen }) => seen !== true);
}
