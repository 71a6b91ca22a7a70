import { bradleyTerry, type Game, itemsOf, type League, leagueOf } from "./bradley-terry.ts";
import { type Interval, LEVEL } from "./interval.ts";
import { ascending, quantile } from "./quantile.ts";
import { createRandom, DEFAULT_SEED } from "./random.ts";

/** One blind vote on two items (variant ids, or the ids of single outputs). */
export interface Vote {
  voter: string;
  first: string;
  second: string;
  outcome: "first" | "second" | "tie" | "both-bad";
}

export interface Standing {
  item: string;
  /** Log strength, mean 0 over all items. */
  strength: number;
  /** By bootstrap over voters; null with a single voter. */
  interval: Interval | null;
  comparisons: number;
  wins: number;
  ties: number;
}

export interface VoteTally {
  /** Strongest first; equal strength by name. */
  standings: Standing[];
  votes: number;
  voters: number;
  bothBad: number;
  /** Whether every item has the comparisons that a ranking needs; before, show counts only. */
  enough: boolean;
}

/** A ranking on fewer comparisons of an item says more about luck than about the item. */
const COMPARISONS_FOR_RANKING = 10;

interface TallyOptions {
  /** Tied pseudo-games of each item, see `bradleyTerry`. */
  priorGames?: number;
  resamples?: number;
  seed?: number;
}

/** Strengths of a resample are kept to about six digits; more would not be seen. */
const RESAMPLE_TOLERANCE = 1e-6;

/**
 * Tallies preference votes by Bradley-Terry, "tie" and "both bad" as half a win each, with 95 % intervals from a
 * bootstrap that draws whole voters. The order of the votes makes no difference.
 */
export function tallyVotes(votes: readonly Vote[], options: TallyOptions = {}): VoteTally {
  const games = votes.map(asGame);
  const items = itemsOf(games);
  const byVoter = [...Map.groupBy(votes, ({ voter }) => voter)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, own]) => leagueOf(items, own.map(asGame)));
  const strengths = bradleyTerry(leagueOf(items, games), options);
  const intervals = byVoter.length < 2 ? [] : strengthIntervals(items, byVoter, options);
  const standings = items.map((item, index) => ({
    item,
    strength: strengths[index] ?? 0,
    interval: intervals[index] ?? null,
    ...countsOf(item, votes),
  }));
  standings.sort((one, other) => other.strength - one.strength || (one.item < other.item ? -1 : 1));
  return {
    standings,
    votes: votes.length,
    voters: byVoter.length,
    bothBad: votes.filter(({ outcome }) => outcome === "both-bad").length,
    enough:
      standings.length > 0 && standings.every(({ comparisons }) => comparisons >= COMPARISONS_FOR_RANKING),
  };
}

function asGame({ first, second, outcome }: Vote): Game {
  return { first, second, score: outcome === "first" ? 1 : outcome === "second" ? 0 : 0.5 };
}

function countsOf(item: string, votes: readonly Vote[]): Pick<Standing, "comparisons" | "wins" | "ties"> {
  const own = votes.filter(({ first, second }) => first === item || second === item);
  const wins = own.filter(({ first, outcome }) => outcome === (first === item ? "first" : "second")).length;
  const ties = own.filter(({ outcome }) => outcome === "tie" || outcome === "both-bad").length;
  return { comparisons: own.length, wins, ties };
}

/** In the order of `items`. An item that nobody drawn has voted on has the strength that its pseudo-games give it. */
function strengthIntervals(
  items: readonly string[],
  byVoter: readonly League[],
  { resamples = 1_000, seed = DEFAULT_SEED, priorGames }: TallyOptions,
): Interval[] {
  const random = createRandom(seed);
  const drawn = Array.from({ length: resamples }, () => {
    const voters = byVoter.flatMap(() => byVoter[random.below(byVoter.length)] ?? []);
    return bradleyTerry(together(items, voters), { priorGames, tolerance: RESAMPLE_TOLERANCE });
  });
  const tail = (1 - LEVEL) / 2;
  return items.map((_, index) => {
    const replicates = ascending(drawn.map((strengths) => strengths[index] ?? 0));
    return { low: quantile(replicates, tail), high: quantile(replicates, 1 - tail) };
  });
}

function together(items: readonly string[], leagues: readonly League[]): League {
  const sum: League = leagueOf(items, []);
  for (const { wins, met } of leagues) {
    wins.forEach((won, i) => {
      sum.wins[i] = (sum.wins[i] ?? 0) + won;
      const row = sum.met[i];
      met[i]?.forEach((games, j) => {
        if (row && games > 0) row[j] = (row[j] ?? 0) + games;
      });
    });
  }
  return sum;
}
