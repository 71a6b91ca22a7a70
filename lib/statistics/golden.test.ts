import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { boschloo } from "./boschloo.ts";
import { bradleyTerry, type Game, itemsOf, leagueOf } from "./bradley-terry.ts";
import { bcaInterval } from "./cluster-bootstrap.ts";
import { clusteredError } from "./clustered-error.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import bca from "./golden/bca.json" with { type: "json" };
import benjaminiHochbergRows from "./golden/benjamini-hochberg.json" with { type: "json" };
import boschlooRows from "./golden/boschloo.json" with { type: "json" };
import bradleyTerryRows from "./golden/bradley-terry.json" with { type: "json" };
import clusteredErrorRows from "./golden/clustered-error.json" with { type: "json" };
import cohenKappaRows from "./golden/cohen-kappa.json" with { type: "json" };
import holmRows from "./golden/holm.json" with { type: "json" };
import incompleteBetaRows from "./golden/incomplete-beta.json" with { type: "json" };
import jeffreysRows from "./golden/jeffreys.json" with { type: "json" };
import logGammaRows from "./golden/log-gamma.json" with { type: "json" };
import mcnemarRows from "./golden/mcnemar.json" with { type: "json" };
import mcnemarLogERows from "./golden/mcnemar-log-e.json" with { type: "json" };
import mcnemarPowerRows from "./golden/mcnemar-power.json" with { type: "json" };
import newcombeIndependentRows from "./golden/newcombe-independent.json" with { type: "json" };
import newcombePairedRows from "./golden/newcombe-paired.json" with { type: "json" };
import normalCumulativeRows from "./golden/normal-cumulative.json" with { type: "json" };
import normalQuantileRows from "./golden/normal-quantile.json" with { type: "json" };
import safeRows from "./golden/safe-two-by-two.json" with { type: "json" };
import signFlipRows from "./golden/sign-flip.json" with { type: "json" };
import wilsonRows from "./golden/wilson.json" with { type: "json" };
import xoshiroRows from "./golden/xoshiro128.json" with { type: "json" };
import { holm } from "./holm.ts";
import { betaQuantile, incompleteBeta } from "./incomplete-beta.ts";
import type { Interval } from "./interval.ts";
import { jeffreys } from "./jeffreys.ts";
import { logGamma } from "./log-gamma.ts";
import { mcnemarExact, mcnemarMidP } from "./mcnemar.ts";
import { mcnemarLogE } from "./mcnemar-e-process.ts";
import { mcnemarPower } from "./mcnemar-power.ts";
import { newcombeIndependent } from "./newcombe-independent.ts";
import { newcombePaired } from "./newcombe-paired.ts";
import { normalCumulative, normalQuantile } from "./normal.ts";
import type { Pair } from "./pair-counts.ts";
import { xoshiro128 } from "./random.ts";
import { safeTwoByTwo } from "./safe-two-by-two.ts";
import { signFlip } from "./sign-flip.ts";
import { wilson } from "./wilson.ts";

type Values = number | readonly number[];

/** One row of a golden file; `values` runs our own on its input. */
function holds<Input>(
  topic: string,
  rows: ReadonlyArray<{ input: Input; expected: Values }>,
  values: (input: Input) => Values,
): void {
  it(`[VD16] ${topic} agrees with scipy, statsmodels or exact fractions to 1e-9`, () => {
    for (const { input, expected } of rows) expectClose(values(input), expected, JSON.stringify(input));
  });
}

/** Within 1e-9 of the value's size, and of 1/1000 for values smaller than that. */
function expectClose(actual: Values, expected: Values, input: string): void {
  const found = [actual].flat();
  const wanted = [expected].flat();
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((value, index) => {
    const off = Math.abs((found[index] ?? Number.NaN) - value);
    const bound = 1e-9 * Math.max(Math.abs(value), 1e-3);
    expect(off, `${input}: ${found[index]} is not ${value}`).toBeLessThanOrEqual(bound);
  });
}

const ends = ({ low, high }: Interval): Values => [low, high];
/** The numbers of a row in a fixed order; JSON knows no tuples. */
function at(input: readonly number[], index: number): number {
  const value = input[index];
  if (value === undefined) throw new Error(`no input ${index}`);
  return value;
}

describe("golden values", () => {
  holds("Wilson", wilsonRows, (input) => ends(wilson(at(input, 0), at(input, 1), at(input, 2))));
  holds("Jeffreys", jeffreysRows, (input) => ends(jeffreys(at(input, 0), at(input, 1), at(input, 2))));
  holds(
    "McNemar, exact and mid-p,",
    mcnemarRows.map(({ input, expected }) => ({ input, expected: [expected.exact, expected.midP] })),
    (input) => [mcnemarExact(at(input, 0), at(input, 1)), mcnemarMidP(at(input, 0), at(input, 1))],
  );
  holds("Newcombe's paired interval", newcombePairedRows, (input) =>
    ends(
      newcombePaired(
        { both: at(input, 0), onlyA: at(input, 1), onlyB: at(input, 2), neither: at(input, 3) },
        at(input, 4),
      ),
    ),
  );
  const sides = (input: readonly number[]) =>
    [
      { passes: at(input, 0), samples: at(input, 1) },
      { passes: at(input, 2), samples: at(input, 3) },
    ] as const;
  holds("Newcombe's independent interval", newcombeIndependentRows, (input) =>
    ends(newcombeIndependent(...sides(input))),
  );
  holds("Boschloo", boschlooRows, (input) => boschloo(...sides(input)));
  holds("sign-flip permutation", signFlipRows, (input) => signFlip(input));
  holds("Holm", holmRows, holm);
  holds("Benjamini-Hochberg", benjaminiHochbergRows, benjaminiHochberg);
  holds("Cohen's kappa with its interval", cohenKappaRows, (table) => {
    const result = cohenKappa(table);
    if (result === null) throw new Error("no kappa");
    return [result.kappa, result.standardError, result.interval.low, result.interval.high];
  });
  holds(
    "Bradley-Terry",
    bradleyTerryRows.map(({ input, expected }) => ({ input, expected: Object.values(expected) })),
    ({ games, priorGames }) => {
      const all = games.flatMap(gamesOf);
      return bradleyTerry(leagueOf(itemsOf(all), all), { priorGames });
    },
  );
  holds("the clustered standard error", clusteredErrorRows, clusteredError);
  holds("BCa end points", bca, ({ replicates, estimate, leftOut, level }) =>
    ends(bcaInterval(replicates, estimate, leftOut, level)),
  );
  holds("the McNemar-form e-process", mcnemarLogERows, (input) => mcnemarLogE(at(input, 0), at(input, 1)));
  holds("the safe 2x2 e-process", safeRows, (digits) => safeTwoByTwo(pairsOf(digits)).logE);
  holds("exact McNemar power", mcnemarPowerRows, (input) =>
    mcnemarPower({ rateA: at(input, 0), rateB: at(input, 1), regress: at(input, 2) }, at(input, 3)),
  );
  holds("log-gamma", logGammaRows, logGamma);
  holds("the incomplete beta function", incompleteBetaRows, (input) =>
    incompleteBeta(at(input, 0), at(input, 1), at(input, 2)),
  );
  holds("the beta quantile, undoing it,", incompleteBetaRows, (input) => {
    const [a, b] = [at(input, 1), at(input, 2)];
    return incompleteBeta(betaQuantile(incompleteBeta(at(input, 0), a, b), a, b), a, b);
  });
  holds("the normal quantile", normalQuantileRows, normalQuantile);
  holds("the normal distribution", normalCumulativeRows, normalCumulative);
  holds("xoshiro128**", xoshiroRows, (input) => {
    const next = xoshiro128([at(input, 0), at(input, 1), at(input, 2), at(input, 3)]);
    return Array.from({ length: 12 }, next);
  });
});

function gamesOf(row: ReadonlyArray<string | number>): Game[] {
  const [first, second, won, lost, tied] = row;
  const many = (count: unknown, score: Game["score"]): Game[] =>
    Array.from({ length: Number(count) }, () => ({ first: String(first), second: String(second), score }));
  return [...many(won, 1), ...many(lost, 0), ...many(tied, 0.5)];
}

/** "0111" is the pairs (0, 1), (1, 1). */
function pairsOf(digits: string): Pair[] {
  return (digits.match(/../g) ?? []).map((pair) => [pair[0] === "1", pair[1] === "1"] as const);
}
