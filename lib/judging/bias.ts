import type { Bias, PairJudged } from "./events.ts";
import type { Pair } from "./request.ts";

/** Lengths that differ by no more than this share of the longer one are alike. */
const SIMILAR = 0.1;

/** What shows whether the judge likes long texts, or the text it reads first. Lengths in UTF-16 code units. */
export function biasOf(pairs: readonly Pair[], judged: readonly PairJudged[]): Bias {
  const texts = new Map(pairs.map((pair) => [pair.id, pair]));
  const wins = judged.flatMap(({ pair: id, winner }) => {
    const pair = texts.get(id);
    if (pair === undefined || (winner !== "a" && winner !== "b")) return [];
    return [{ winner, won: pair[winner].length, lost: pair[winner === "a" ? "b" : "a"].length }];
  });
  const similar = wins.filter(({ won, lost }) => Math.abs(won - lost) <= SIMILAR * Math.max(won, lost));
  const named = judged
    .flatMap(({ orders }) => orders)
    .filter(({ choice }) => choice === "a" || choice === "b");
  return {
    lengths: {
      decided: wins.length,
      meanWinnerChars: mean(wins.map(({ won }) => won)),
      meanLoserChars: mean(wins.map(({ lost }) => lost)),
      longerWon: wins.filter(({ won, lost }) => won > lost).length,
      similar: {
        decided: similar.length,
        a: similar.filter(({ winner }) => winner === "a").length,
        b: similar.filter(({ winner }) => winner === "b").length,
      },
    },
    position: {
      answers: named.length,
      first: named.filter(({ choice, first }) => choice === first).length,
    },
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
