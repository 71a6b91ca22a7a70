import { expect, test } from "vitest";
import { judgeBatches } from "./batches.ts";
import { callsOf, planUnits } from "./plan.ts";
import { JUDGED_BYTES, MAX_JUDGE_CALLS } from "./request.ts";

const criteria = [
  { id: "overall", text: "It is better." },
  { id: "tone", text: "The tone is joyful." },
  { id: "closing", text: "It ends with hope." },
];
const pairs = (count: number, chars: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    a: `a${index}`.padEnd(chars, "é"),
    b: `b${index}`.padEnd(chars, "é"),
  }));

for (const [name, count, chars] of [
  ["many pairs", 100, 20],
  ["long texts", 30, 12_000],
] as const) {
  test(`[JP2] ${name} become requests that are each within the bounds, with every pair once`, () => {
    for (const mode of ["pairwise", "rubric"] as const) {
      const batches = judgeBatches({ mode, criteria, pairs: pairs(count, chars) });
      expect(batches.length).toBeGreaterThan(1);
      for (const batch of batches) {
        expect(planUnits(batch).reduce((sum, unit) => sum + callsOf(unit), 0)).toBeLessThanOrEqual(
          MAX_JUDGE_CALLS,
        );
        const texts = [...batch.pairs.flatMap(({ a, b }) => [a, b]), ...criteria.map(({ text }) => text)];
        expect(Buffer.byteLength(texts.join(""))).toBeLessThanOrEqual(JUDGED_BYTES);
        expect(batch.pairs.length).toBeLessThanOrEqual(MAX_JUDGE_CALLS);
      }
      expect(batches.flatMap((batch) => batch.pairs.map(({ id }) => id))).toEqual(
        pairs(count, chars).map(({ id }) => id),
      );
    }
  });
}

test("[JP2] a pair that is too long by itself stands alone, so that the others are judged", () => {
  const batches = judgeBatches({ mode: "rubric", criteria, pairs: [...pairs(2, 10), ...pairs(1, 200_000)] });
  expect(batches.map(({ pairs: own }) => own.length)).toEqual([2, 1]);
});

test("[JP2] equal texts take no call, but no request has more than 100 pairs", () => {
  const same = pairs(250, 10).map((pair) => ({ ...pair, b: pair.a }));
  const batches = judgeBatches({ mode: "pairwise", criteria, pairs: same });
  expect(batches.every(({ pairs: own }) => own.length <= 100)).toBe(true);
});
