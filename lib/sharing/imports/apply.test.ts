import { expect, test } from "vitest";
import { MAX_CHECKS } from "#lib/base/limits.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import { restore } from "#lib/comparison/restore.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { applyImport, fitImport } from "./apply.ts";
import type { ImportReading } from "./types.ts";

function rows(count: number): ImportReading {
  const checks = Array.from({ length: count }, (_, index) => ({
    constraint: { kind: "lines", op: "exactly", n: index },
  }));
  return {
    what: "an OpenAI eval",
    comparison: restore({ cases: [{ values: { topic: "rain" } }], checks }),
    brings: "rows",
    run: null,
    recognised: ["1 case", `${count} ${count === 1 ? "check" : "checks"}`],
    leftOut: [],
  };
}
const document = (own: number, settings = {}): Comparison =>
  restore({
    variants: [
      { prompt: "one" },
      { prompt: { kind: "parts", constraints: [{ kind: "lines", op: "exactly", n: 4 }] } },
    ],
    checks: Array.from({ length: own }, () => ({ constraint: { kind: "no-comma" } })),
    settings,
  });

test("[IM7] a check that is switched off stays the one that is, whatever the file's checks are called", () => {
  const current = document(0, { off: ["lines", "lines-2"] });
  const off = (comparison: Comparison) =>
    allChecks(comparison)
      .filter((check) => check.off)
      .map(({ constraint }) => constraint);
  expect(off(current)).toEqual([{ kind: "lines", op: "exactly", n: 4 }]);
  const after = applyImport(current, rows(2));
  expect(off(after)).toEqual(off(current));
  expect(after.checks.map(({ id }) => id)).toEqual(["lines-3", "lines-2-2"]);
});

test("[IM5] [IM7] checks that do not fit behind those that are there are said before anything changes", () => {
  const reading = fitImport(document(98), rows(5));
  expect(reading.recognised).toEqual(["1 case", "2 checks"]);
  expect(reading.leftOut).toEqual([
    `3 checks were left out: a comparison has ${MAX_CHECKS} at most, and 98 are there.`,
  ]);
  expect(applyImport(document(98), rows(5)).checks).toHaveLength(100);
  expect(fitImport(document(MAX_CHECKS), rows(1)).recognised).toEqual(["1 case"]);
  expect(fitImport(document(95), rows(5))).toEqual(rows(5));
  const whole = { ...rows(5), brings: "all" as const };
  expect(fitImport(document(98), whole)).toBe(whole);
});
