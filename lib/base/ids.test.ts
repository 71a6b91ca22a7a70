import { expect, test } from "vitest";
import { isId, newId } from "./ids.ts";

const IDS = 1_000_000;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** 128 bits are 21 whole characters and 2 bits of the last one. */
const LAST = "AQgw";
/** Chi-square that 63 degrees of freedom exceed once in a million draws. */
const LIMIT_63 = 126;

function chiSquare(counts: readonly number[], total: number): number {
  const expected = total / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function tally(counts: Uint32Array, place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}

test("[R17][SL4] a million ids: no two alike, each character of each as likely as any other", () => {
  const seen = new Set<string>();
  const counts = new Uint32Array(22 * 128);
  for (let made = 0; made < IDS; made += 1) {
    const random = newId("cmp").slice("cmp_".length);
    seen.add(random);
    for (let at = 0; at < 22; at += 1) tally(counts, at * 128 + random.charCodeAt(at));
  }
  expect(seen.size).toBe(IDS);
  for (let at = 0; at < 22; at += 1) {
    const found = [...counts.subarray(at * 128, (at + 1) * 128)].flatMap((count, code) =>
      count === 0 ? [] : [{ char: String.fromCharCode(code), count }],
    );
    const alphabet = at === 21 ? LAST : ALPHABET;
    expect(found.map(({ char }) => char)).toEqual([...alphabet].sort());
    const chi = chiSquare(
      found.map(({ count }) => count),
      IDS,
    );
    expect(chi, `character ${at}`).toBeLessThan(LIMIT_63);
  }
}, 60_000);

test("[R17] an id is its prefix and 22 characters that stand in an address as they are", () => {
  expect(newId("cmp")).toMatch(/^cmp_[A-Za-z0-9_-]{22}$/);
  expect(isId("cmp", newId("cmp"))).toBe(true);
  for (const text of [
    "",
    "1",
    "cmp_",
    newId("run"),
    `${newId("cmp")}x`,
    ` ${newId("cmp")}`,
    newId("cmp").slice(4),
  ])
    expect(isId("cmp", text), text).toBe(false);
});
