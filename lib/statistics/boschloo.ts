import { logChoose } from "./log-gamma.ts";
import type { Tally } from "./newcombe-independent.ts";

/** Grid over the common rate; the best cell is then narrowed by golden section. */
const GRID = 2_000;
/** Tables whose Fisher p differs by less than rounding are equally extreme. */
const TIE = 1 + 1e-9;

/**
 * Boschloo's unconditional exact test that two independent rates are equal, two-sided: twice the smaller
 * one-sided p, at most 1, as scipy.stats.boschloo_exact has it. A one-sided p is the chance, at the common rate
 * that makes it largest, of a table whose one-sided Fisher p is at most the observed one.
 * R. D. Boschloo, Statistica Neerlandica 24 (1970). 5 of 5 against 0 of 5 gives 0.00195.
 * Work grows as samplesA × samplesB; meant for up to some hundred samples a side.
 */
export function boschloo(a: Tally, b: Tally): number {
  return Math.min(1, 2 * Math.min(oneSided(a, b), oneSided(b, a)));
}

/** p against "the first rate is not higher than the second". */
function oneSided(high: Tally, low: Tally): number {
  const total = high.samples + low.samples;
  const tailOf = fisherTails(high.samples, low.samples);
  const observed = tailOf(high.passes, low.passes) * TIE;
  // The chance of a table depends on the common rate only through its number of passes.
  const logWeights = new Array<number>(total + 1).fill(Number.NEGATIVE_INFINITY);
  for (let x = 0; x <= high.samples; x += 1) {
    for (let y = 0; y <= low.samples; y += 1) {
      if (tailOf(x, y) > observed) continue;
      const ways = logChoose(high.samples, x) + logChoose(low.samples, y);
      logWeights[x + y] = logSum(logWeights[x + y] ?? Number.NEGATIVE_INFINITY, ways);
    }
  }
  return largest((rate) => {
    const logRate = Math.log(rate);
    const logOther = Math.log1p(-rate);
    return logWeights.reduce(
      (sum, weight, passes) => sum + Math.exp(weight + passes * logRate + (total - passes) * logOther),
      0,
    );
  });
}

/** Fisher's one-sided p of every table: the chance, given all passes, of at least `x` of them on the first side. */
function fisherTails(first: number, second: number): (x: number, y: number) => number {
  const tails = Array.from({ length: first + second + 1 }, (_, passes) => {
    const total = logChoose(first + second, passes);
    const tail = new Map<number, number>();
    let sum = 0;
    for (let x = Math.min(first, passes); x >= Math.max(0, passes - second); x -= 1) {
      sum += Math.exp(logChoose(first, x) + logChoose(second, passes - x) - total);
      tail.set(x, sum);
    }
    return tail;
  });
  return (x, y) => tails[x + y]?.get(x) ?? 1;
}

function logSum(first: number, second: number): number {
  const top = Math.max(first, second);
  if (top === Number.NEGATIVE_INFINITY) return top;
  return top + Math.log(Math.exp(first - top) + Math.exp(second - top));
}

/** The largest value on (0, 1). */
function largest(chance: (rate: number) => number): number {
  let best = 0.5;
  let value = chance(best);
  for (let cell = 1; cell < GRID; cell += 1) {
    const there = chance(cell / GRID);
    if (there > value) {
      best = cell / GRID;
      value = there;
    }
  }
  let low = Math.max(1e-12, best - 1 / GRID);
  let high = Math.min(1 - 1e-12, best + 1 / GRID);
  const golden = (Math.sqrt(5) - 1) / 2;
  while (high - low > 1e-12) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (chance(left) > chance(right)) high = right;
    else low = left;
  }
  return Math.max(value, chance((low + high) / 2));
}
