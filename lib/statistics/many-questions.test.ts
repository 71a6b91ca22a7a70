import fc from "fast-check";
import { expect, it } from "vitest";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { summariseChecks } from "./check-summary.ts";
import { holm } from "./holm.ts";
import type { PlannedPair } from "./seen.ts";

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });

it("[VD15] adjusted p-values are never smaller, keep their order, and Holm's are at least Benjamini-Hochberg's", () => {
  fc.assert(
    fc.property(pValues, (values) => {
      const family = holm(values);
      const discovery = benjaminiHochberg(values);
      values.forEach((p, i) => {
        expect(discovery[i]).toBeGreaterThanOrEqual(p - 1e-15);
        expect(family[i]).toBeGreaterThanOrEqual((discovery[i] ?? 0) - 1e-15);
        expect(family[i]).toBeLessThanOrEqual(1);
        values.forEach((other, j) => {
          if (p <= other) expect(discovery[i]).toBeLessThanOrEqual((discovery[j] ?? 0) + 1e-15);
        });
      });
    }),
  );
});

it("[VD15] the order of the questions makes no difference, and none gives none", () => {
  expect(holm([])).toEqual([]);
  expect(benjaminiHochberg([0.04, 0.01])).toEqual(benjaminiHochberg([0.01, 0.04]).reverse());
  expect(holm([0.04, 0.01])).toEqual(holm([0.01, 0.04]).reverse());
});

function pairs(onlyB: number, both: number): PlannedPair[] {
  return Array.from({ length: onlyB + both }, (_, index) => ({ caseId: "1", a: index >= onlyB, b: true }));
}

it("[VD15] five clear samples convince for one check alone and not for one of fourteen", () => {
  const [alone] = summariseChecks([{ id: "lines", pairs: pairs(5, 0) }], { demonstration: false });
  expect(alone).toMatchObject({ note: "1 of 1 check looked at", evidence: { better: "b" } });
  const others = Array.from({ length: 13 }, (_, index) => ({ id: `other-${index}`, pairs: pairs(0, 5) }));
  const many = summariseChecks([{ id: "lines", pairs: pairs(5, 0) }, ...others], { demonstration: false });
  expect(many).toHaveLength(14);
  expect(many[0]).toMatchObject({
    id: "lines",
    note: "1 of 14 checks looked at",
    evidence: { better: null },
  });
  expect(many[0]?.evidence?.adjustedP).toBeCloseTo(14 / 62.015625, 9);
  const more = summariseChecks([{ id: "lines", pairs: pairs(7, 0) }, ...others], { demonstration: false });
  expect(more[0]?.evidence?.better).toBe("b");
});

it("[VD15] each check has its rates and its interval; a check with nothing has none", () => {
  const [lines, empty] = summariseChecks(
    [
      { id: "lines", pairs: pairs(3, 1) },
      { id: "tone", pairs: [{ caseId: "1", a: "missing", b: true }] },
    ],
    { demonstration: false },
  );
  expect(lines?.seen).toMatchObject({ pairs: 4, a: { passes: 1 }, b: { passes: 4 }, difference: 0.75 });
  expect(lines?.evidence?.interval?.low).toBeGreaterThan(0);
  expect(empty).toMatchObject({
    seen: { pairs: 0, incomplete: 1 },
    evidence: { e: 1, adjustedP: 1, better: null, interval: null },
  });
});

it("[VD11] [VD15] the checks of a demonstration have counts and no evidence", () => {
  const [lines] = summariseChecks([{ id: "lines", pairs: pairs(10, 0) }], { demonstration: true });
  expect(lines).toMatchObject({ seen: { pairs: 10 }, evidence: null });
});
