import { cohenKappa, ratingTable } from "#lib/statistics/cohen-kappa.ts";
import type { PairJudged } from "./events.ts";

/** One person's blind vote on a pair, by one criterion. */
export interface PairVote {
  pair: string;
  criterion: string;
  choice: "a" | "b" | "tie" | "both-bad";
}

export interface Calibration {
  /** Items that both people and the judge decided. */
  shared: number;
  /** Share of them on which they said the same; null without any. */
  agreement: number | null;
  /** Cohen's kappa, agreement beyond chance; null where chance alone would always agree. */
  kappa: number | null;
  /** Whether the judge's verdicts may be shown, and if not, why. */
  judge:
    | { kind: "shown" }
    | { kind: "hidden"; because: "too-few-votes"; votesNeeded: number }
    | { kind: "hidden"; because: "disagrees" }
    /** People or the judge said one and the same thing throughout: nothing to measure by. */
    | { kind: "hidden"; because: "no-variety" };
}

/** Below this many shared items, agreement says more about luck than about the judge. */
export const SHARED_ITEMS_NEEDED = 20;
/** Below this kappa the judge is no stand-in for people. */
const KAPPA_NEEDED = 0.4;
/** A kappa of exactly 0.4 can come out of the division a hair below it. */
const ROUNDING = 1e-9;

type Choice = "a" | "b" | "tie";

/**
 * Holds a judge against people. Only items that both decided count: an undecided judgement is no answer. Several
 * votes on one item count once, as what most of them say; "both bad" names no better side and counts as a tie.
 */
export function calibrate(
  judgements: readonly Pick<PairJudged, "pair" | "criterion" | "winner">[],
  votes: readonly PairVote[],
): Calibration {
  const people = new Map(
    [...Map.groupBy(votes, itemOf)].map(([item, group]) => [item, majority(group)] as const),
  );
  const ratings = [...new Map(judgements.map((judged) => [itemOf(judged), judged.winner]))].flatMap(
    ([item, winner]): [Choice, Choice][] => {
      const voted = people.get(item);
      return voted === undefined || winner === "undecided" ? [] : [[winner, voted]];
    },
  );
  const shared = ratings.length;
  const same = ratings.filter(([judge, voted]) => judge === voted).length;
  const kappa = cohenKappa(ratingTable(ratings))?.kappa ?? null;
  return { shared, agreement: shared === 0 ? null : same / shared, kappa, judge: verdict(shared, kappa) };
}

function verdict(shared: number, kappa: number | null): Calibration["judge"] {
  if (shared < SHARED_ITEMS_NEEDED) {
    return { kind: "hidden", because: "too-few-votes", votesNeeded: SHARED_ITEMS_NEEDED - shared };
  }
  if (kappa === null) return { kind: "hidden", because: "no-variety" };
  return kappa < KAPPA_NEEDED - ROUNDING ? { kind: "hidden", because: "disagrees" } : { kind: "shown" };
}

function itemOf({ pair, criterion }: { pair: string; criterion: string }): string {
  return `${pair}\n${criterion}`;
}

/** What most votes say; people who are split say that no side is better. */
function majority(votes: readonly PairVote[]): Choice {
  const count = (choice: PairVote["choice"]) => votes.filter((vote) => vote.choice === choice).length;
  const a = count("a");
  const b = count("b");
  const tie = count("tie") + count("both-bad");
  if (a > b && a > tie) return "a";
  return b > a && b > tie ? "b" : "tie";
}
