/** Games between two items: a tie counts half for each. */
export interface Game {
  first: string;
  second: string;
  /** 1 = first won, 0 = second won, 0.5 = tie. */
  score: 0 | 0.5 | 1;
}

/** Who met whom how often, and who won; rows and columns in the order of `items`. Halves are exact in binary. */
export interface League {
  items: readonly string[];
  wins: number[];
  met: number[][];
}

export interface BradleyTerryOptions {
  /**
   * Pseudo-games of each item, all tied, against an imagined item of strength 0: they keep an item that always
   * wins from infinity. 0 is plain maximum likelihood, which exists only when nobody is unbeaten as a group.
   */
  priorGames?: number;
  /** Ends when no strength moves by more than this share in a round. */
  tolerance?: number;
}

const MAX_ROUNDS = 20_000;

/** The items of some games, in the one order that does not depend on who played first. */
export function itemsOf(games: readonly Game[]): string[] {
  return [...new Set(games.flatMap(({ first, second }) => [first, second]))].sort();
}

/** Adds up games; an item against itself is no game. */
export function leagueOf(items: readonly string[], games: readonly Game[]): League {
  const place = new Map(items.map((item, index) => [item, index]));
  const league = { items, wins: items.map(() => 0), met: items.map(() => items.map(() => 0)) };
  for (const { first, second, score } of games) {
    const i = place.get(first);
    const j = place.get(second);
    if (i === undefined || j === undefined || i === j) continue;
    add(league, i, j, score);
    add(league, j, i, 1 - score);
  }
  return league;
}

function add({ wins, met }: League, item: number, other: number, score: number): void {
  wins[item] = (wins[item] ?? 0) + score;
  const row = met[item];
  if (row) row[other] = (row[other] ?? 0) + 1;
}

/**
 * Log strengths under the Bradley-Terry model, P(i beats j) = 1 / (1 + e^(sj - si)), with mean 0, in the order of
 * the league's items. By the minorise-maximise steps of D. R. Hunter, Annals of Statistics 32 (2004); R. A. Bradley,
 * M. E. Terry, Biometrika 39 (1952). The order of the games makes no difference, to the last digit.
 */
export function bradleyTerry(league: League, options: BradleyTerryOptions = {}): number[] {
  const { priorGames = 1, tolerance = 1e-14 } = options;
  const opponents = league.met.map((row) =>
    row.flatMap((games, other) => (games === 0 ? [] : [{ other, games }])),
  );
  let strengths = league.wins.map(() => 1);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = strengths.map((own, index) => {
      const expected = (opponents[index] ?? []).reduce(
        (sum, { other, games }) => sum + games / (own + (strengths[other] ?? 1)),
        priorGames / (own + 1),
      );
      return expected === 0 ? own : ((league.wins[index] ?? 0) + priorGames / 2) / expected;
    });
    const scale = priorGames === 0 ? 1 / geometricMean(next) : commonScale(next);
    const scaled = next.map((value) => value * scale);
    const moved = Math.max(0, ...scaled.map((value, index) => Math.abs(value / (strengths[index] ?? 1) - 1)));
    strengths = scaled;
    if (moved <= tolerance) break;
  }
  const centre = geometricMean(strengths);
  return strengths.map((strength) => Math.log(strength / centre));
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / Math.max(1, values.length));
}

/**
 * The common factor that the pseudo-games like best: where sum of factor × strength / (factor × strength + 1) is half
 * the number of items. The steps above would find it only slowly. Newton on the factor's logarithm.
 */
function commonScale(strengths: readonly number[]): number {
  let logFactor = -Math.log(geometricMean(strengths));
  for (let step = 0; step < 20; step += 1) {
    let off = 0;
    let slope = 0;
    for (const strength of strengths) {
      const share = 1 / (1 + 1 / (Math.exp(logFactor) * strength));
      off += share - 0.5;
      slope += share * (1 - share);
    }
    const change = slope < 1e-9 ? 0 : Math.max(-1, Math.min(1, off / slope));
    logFactor -= change;
    if (Math.abs(change) < 1e-15) break;
  }
  return Math.exp(logFactor);
}
