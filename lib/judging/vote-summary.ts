import type { Interval } from "#lib/statistics/interval.ts";
import { tallyVotes, type Vote } from "#lib/statistics/vote-tally.ts";
import type { CastVote } from "./ballot.ts";

/** What the votes on one question amount to. Before is a, After is b. */
export interface VoteSummary {
  criterion: string;
  before: number;
  after: number;
  ties: number;
  /** No preference: neither text was good enough. */
  bothBad: number;
  votes: number;
  voters: number;
  /** Cast after the sides had been shown. */
  seen: number;
  /**
   * How likely After is preferred by Bradley-Terry, "tie" and "both bad" as half each; null while there are too few
   * comparisons for a ranking. The interval draws whole voters, so it takes two of them.
   */
  share: { after: number; interval: Interval | null } | null;
}

/** Comparisons before a share says more than the counts do. */
export const VOTES_FOR_SHARE = 10;

export function voteSummary(criterion: string, all: readonly CastVote[]): VoteSummary {
  const votes = all.filter((vote) => vote.criterion === criterion);
  const count = (choice: CastVote["choice"]) => votes.filter((vote) => vote.choice === choice).length;
  const tally = tallyVotes(votes.map(asVote));
  const after = tally.standings.find(({ item }) => item === "b");
  return {
    criterion,
    before: count("a"),
    after: count("b"),
    ties: count("tie"),
    bothBad: count("both-bad"),
    votes: votes.length,
    voters: tally.voters,
    seen: votes.filter(({ seen }) => seen === true).length,
    share:
      after === undefined || !tally.enough
        ? null
        : {
            after: shareOf(after.strength),
            interval: after.interval && {
              low: shareOf(after.interval.low),
              high: shareOf(after.interval.high),
            },
          },
  };
}

function asVote({ voter, choice }: CastVote): Vote {
  const outcome = choice === "a" ? "first" : choice === "b" ? "second" : choice;
  return { voter: String(voter), first: "a", second: "b", outcome };
}

/** Two strengths have the mean 0, so the other's is the negative: P(b beats a) = 1 / (1 + e^(-2 strength)). */
function shareOf(strength: number): number {
  return 1 / (1 + Math.exp(-2 * strength));
}
