import { expect, test } from "vitest";
import { planSamples } from "./plan.ts";

const order = (variants: string[], cases: string[], samples: number) =>
  planSamples(variants, cases, samples)
    .map((key) => `${key.variant}${key.case}`)
    .join(" ");

test("two sides take turns at going first", () => {
  expect(order(["A", "B"], [], 4)).toBe("A1 B1 B1 A1 A1 B1 B1 A1");
});

test("no cases are the one empty case, samples count from 0", () => {
  expect(planSamples(["A"], [], 2)).toEqual([
    { variant: "A", case: "1", sample: 0 },
    { variant: "A", case: "1", sample: 1 },
  ]);
});

test("no case has the same side first in every sample", () => {
  expect(order(["A", "B"], ["x", "y"], 2)).toBe("Ax Bx By Ay Bx Ax Ay By");
});

test("more than two variants rotate and reverse", () => {
  expect(order(["A", "B", "C"], [], 6)).toBe("A1 B1 C1 C1 B1 A1 B1 C1 A1 A1 C1 B1 C1 A1 B1 B1 A1 C1");
});

test.each([2, 3, 4, 5, 6])(
  "%i variants: each cell once, and each variant's mean place is the same over a full turn",
  (count) => {
    const variants = [..."ABCDEF"].slice(0, count);
    const keys = planSamples(variants, ["x", "y", "z"], count * 2);
    expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(count * 3 * count * 2);
    const places = variants.map((variant) =>
      keys.reduce((sum, key, index) => (key.variant === variant ? sum + (index % count) : sum), 0),
    );
    expect(new Set(places).size).toBe(1);
  },
);

test("nothing asked, nothing planned", () => {
  expect(planSamples([], ["x"], 3)).toEqual([]);
  expect(planSamples(["A", "B"], [], 0)).toEqual([]);
});
