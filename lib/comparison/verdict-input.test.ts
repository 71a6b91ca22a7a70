import { describe, expect, it } from "vitest";
import { MAX_SAMPLES } from "#lib/base/limits.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import { verdict } from "#lib/statistics/verdict.ts";
import type { Comparison } from "./schema.ts";
import { decidingChecks, verdictInput } from "./verdict-input.ts";

type Cell = Parameters<typeof verdictInput>[0]["samples"] extends Iterable<infer Each> ? Each : never;
type Result = "pass" | "fail" | "undecided";

const MODEL = { provider: "openai", model: "m" };

function comparisonOf(caseIds: readonly string[] = []): Pick<Comparison, "variants" | "cases"> {
  return {
    variants: ["before", "after", "third"].map((id) => ({
      id,
      prompt: { kind: "text", text: id },
      model: MODEL,
      params: {},
    })),
    cases: caseIds.map((id) => ({ id, values: {} })),
  };
}

/** An answer and what its checks came to: "c1" first, then "c2". */
function ended(
  at: string,
  results: readonly Result[],
  rest: { ending?: string; origin?: string } = {},
): Cell {
  const checks = results.map((result, index) => ({ id: `c${index + 1}`, result }));
  return { ...keyOf(at), phase: "ended", result: { ending: "complete", checks, ...rest } };
}

function without(at: string, phase: Cell["phase"]): Cell {
  return { ...keyOf(at), phase, result: null };
}

/** "after tea 2" or, on the one empty case, "after 2". */
function keyOf(at: string): Pick<Cell, "variant" | "case" | "sample"> {
  const [variant = "", ...place] = at.split(" ");
  return { variant, case: place.length > 1 ? (place[0] ?? "") : "1", sample: Number(place.at(-1)) };
}

function pairsOf(
  samples: readonly Cell[],
  { cases, checks = ["c1", "c2"], over = true }: { cases?: string[]; checks?: string[]; over?: boolean } = {},
) {
  return verdictInput({ comparison: comparisonOf(cases), checks, samples, over });
}

describe("what decides", () => {
  it("hard checks that a rule can decide; soft ones and those for people do not", () => {
    const lines: Constraint = { kind: "lines", op: "exactly", n: 4 };
    const other: Constraint = { kind: "other", text: "it rhymes" };
    const checks = [
      { id: "hard", hard: true, constraint: lines },
      { id: "soft", hard: false, constraint: lines },
      { id: "people", hard: true, constraint: other },
    ];
    expect(decidingChecks(checks).map(({ id }) => id)).toEqual(["hard"]);
  });

  it.each<[Result[], boolean | "missing"]>([
    [["pass", "pass"], true],
    [["pass", "fail"], false],
    [["fail", "undecided"], false],
    [["pass", "undecided"], "missing"],
    [[], "missing"],
  ])("[VD1][VD2] checks %j make a sample %s", (results, outcome) => {
    const { pairs } = pairsOf([ended("before 0", results), ended("after 0", ["pass", "pass"])]);
    expect(pairs).toEqual([{ caseId: "1", a: outcome, b: true }]);
  });

  it("[VD1] a check that does not decide is not looked at", () => {
    const samples = [ended("before 0", ["pass", "fail"]), ended("after 0", ["pass", "undecided"])];
    expect(pairsOf(samples, { checks: ["c1"] }).pairs).toEqual([{ caseId: "1", a: true, b: true }]);
  });

  it.each(["complete", "length", "refusal", "filtered", "tool", "empty", "cut"])(
    "[VD1] an answer that ended as %s counts as one",
    (ending) => {
      const { pairs } = pairsOf([ended("before 0", ["fail"], { ending }), ended("after 0", ["pass"])]);
      expect(pairs[0]?.a).toBe(false);
    },
  );
});

describe("pairs", () => {
  it("[VD1] the i-th of A stands beside the i-th of B, whatever the order of arrival; other variants stay out", () => {
    const { pairs } = pairsOf([
      ended("after 1", ["fail"]),
      ended("third 0", ["fail"]),
      ended("before 1", ["pass"]),
      ended("after 0", ["pass"]),
      ended("before 0", ["fail"]),
    ]);
    expect(pairs).toEqual([
      { caseId: "1", a: false, b: true },
      { caseId: "1", a: true, b: false },
    ]);
  });

  it("[VD1] with several cases each round goes through all of them, as the plan does", () => {
    const samples = ["tea", "ink"].flatMap((name) =>
      [0, 1].flatMap((round) => [
        ended(`before ${name} ${round}`, ["fail"]),
        ended(`after ${name} ${round}`, [name === "tea" ? "pass" : "fail"]),
      ]),
    );
    const { pairs } = pairsOf(samples, { cases: ["tea", "ink"] });
    expect(pairs.map(({ caseId, b }) => [caseId, b])).toEqual([
      ["tea", true],
      ["ink", false],
      ["tea", true],
      ["ink", false],
    ]);
  });

  it.each([
    ["failed", without("before 0", "failed")],
    ["not begun", without("before 0", "unstarted")],
    ["stopped", ended("before 0", ["pass"], { ending: "stopped" })],
    ["interrupted", ended("before 0", ["pass"], { ending: "interrupted" })],
    ["never heard of", without("third 0", "ended")],
  ])("[VD2] a side that was %s makes the pair incomplete", (_, lost) => {
    const input = pairsOf([
      lost,
      ended("after 0", ["pass"]),
      ended("before 1", ["fail"]),
      ended("after 1", ["pass"]),
    ]);
    expect(input.pairs[0]).toEqual({ caseId: "1", a: "missing", b: true });
    expect(verdict(input).seen).toMatchObject({ pairs: 1, incomplete: 1 });
  });

  it("[VD3] what may still come is waited for; when the run is over it is missing", () => {
    const samples = [
      without("before 0", "writing"),
      ended("after 0", ["pass"]),
      without("after 1", "waiting"),
    ];
    expect(pairsOf(samples, { over: false }).pairs).toEqual([
      { caseId: "1", a: "pending", b: true },
      { caseId: "1", a: "missing", b: "pending" },
    ]);
    expect(pairsOf(samples, { over: true }).pairs[0]?.a).toBe("missing");
  });

  it("[VD2] a pair of which neither side came is incomplete as well", () => {
    const input = pairsOf([ended("before 2", ["fail"]), ended("after 2", ["pass"])]);
    expect(verdict(input).seen).toMatchObject({ pairs: 1, incomplete: 2 });
  });

  it("[VD1] an answer with a number far beyond any plan brings one pair of its own, in its place", () => {
    const cases = Array.from({ length: 200 }, (_, index) => `c-${index}`);
    const { pairs } = pairsOf(
      [
        ended("after c-7 10000", ["pass"]),
        ended("before c-9 500", ["fail"]),
        ended("after c-3 500", ["fail"]),
      ],
      { cases },
    );
    expect(pairs).toHaveLength(MAX_SAMPLES * cases.length + 3);
    expect(pairs.slice(-3)).toEqual([
      { caseId: "c-3", a: "missing", b: false },
      { caseId: "c-9", a: false, b: "missing" },
      { caseId: "c-7", a: "missing", b: true },
    ]);
  });

  it("nothing played gives no pairs", () => {
    expect(pairsOf([])).toEqual({ pairs: [], demonstration: false });
  });
});

describe("a demonstration", () => {
  it.each(["bundled", "simulated"])("[VD11] one %s answer makes all of it one", (origin) => {
    const real = [ended("before 0", ["fail"]), ended("after 0", ["pass"])];
    expect(pairsOf(real).demonstration).toBe(false);
    const mixed = [...real, ended("before 1", ["fail"], { origin })];
    expect(pairsOf(mixed).demonstration).toBe(true);
    expect(verdict(pairsOf(mixed)).state).toBe("demonstration");
  });
});
