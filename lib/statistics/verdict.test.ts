import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plannedLook } from "./planned-look.ts";
import type { Outcome, PlannedPair } from "./seen.ts";
import { verdict } from "./verdict.ts";
import type { Verdict } from "./verdict-types.ts";

const OUTCOMES: Readonly<Record<string, Outcome>> = { "1": true, "0": false, "-": "missing", "?": "pending" };

/** "00-" and "111" are three pairs, the last without a result of A; case by case when there are several. */
function planned(a: string, b: string, cases = 1): PlannedPair[] {
  return [...a].map((letter, index) => ({
    caseId: `case-${index % cases}`,
    a: OUTCOMES[letter] ?? "missing",
    b: OUTCOMES[b[index] ?? "-"] ?? "missing",
  }));
}

function real(a: string, b: string, cases = 1): Verdict {
  return verdict({ pairs: planned(a, b, cases), demonstration: false });
}

const outcome = fc.constantFrom<Outcome>(true, false, true, false, "missing", "pending");
const somePairs = fc.array(fc.record({ caseId: fc.constantFrom("x", "y", "z"), a: outcome, b: outcome }), {
  maxLength: 30,
});

describe("three states", () => {
  it("[VD5] five clear samples a side decide: After is better, E = 62", () => {
    const said = real("00000", "11111");
    expect(said).toMatchObject({ state: "better", better: "b" });
    expect("evidence" in said && said.evidence.e).toBeCloseTo(62.015625, 9);
    expect(said.sentence).toBe(
      "After is better: Before passed 0 of 5 samples, After 5 of 5. The evidence is strong (E = 62).",
    );
  });

  it("[VD5] the same the other way round, with other names", () => {
    const said = verdict({
      pairs: planned("11111", "00000"),
      demonstration: false,
      labels: { a: "Short", b: "Long" },
    });
    expect(said).toMatchObject({ state: "better", better: "a" });
    expect(said.sentence).toMatch(/^Short is better: Short passed 5 of 5 samples, Long 0 of 5\./);
  });

  it.each([
    ["0", "1", /About 1[0-9] more samples a side would be needed\.$/],
    ["000", "111", /About 2 more samples a side would be needed\.$/],
    ["0000", "1111", /About 1 more sample a side would be needed\.$/],
  ])("[VD8] %s against %s cannot be told yet", (a, b, more) => {
    const said = real(a, b);
    expect(said.state).toBe("cannot-tell-yet");
    expect(said.sentence).toMatch(/^Cannot tell yet: Before passed 0 of/);
    expect(said.sentence).toMatch(more);
  });

  it("[VD8] both pass all five: about 30 more would show that nothing differs", () => {
    const said = real("11111", "11111");
    expect(said).toMatchObject({ state: "cannot-tell-yet", more: { towards: "no-meaningful-difference" } });
    expect(said.sentence).toContain("About 30 more samples a side would be needed.");
    const enough = "1".repeat(5 + (said.state === "cannot-tell-yet" ? (said.more?.pairs ?? 0) : 0));
    expect(real(enough, enough).state).toBe("no-meaningful-difference");
    expect(real(enough.slice(1), enough.slice(1)).state).toBe("cannot-tell-yet");
  });

  it("[VD8] one sample each of ten cases asks for more cases", () => {
    const said = real("0101010101", "1101110111", 10);
    expect(said.sentence).toMatch(/About \d+ more cases would be needed\.$/);
  });

  it("[VD8] a difference near ten points can take more than anyone waits for", () => {
    const said = real("0000000001".repeat(20), "0000000011".repeat(20));
    expect(said).toMatchObject({ state: "cannot-tell-yet" });
    const close = verdict({
      pairs: planned("01".repeat(30), "01".repeat(30)),
      demonstration: false,
      margin: 0.001,
    });
    expect(close).toMatchObject({ state: "cannot-tell-yet", more: null });
    expect(close.sentence).toContain("More than 1,000 more samples a side would be needed.");
  });

  it("[VD7] an interval inside ten points is no meaningful difference, at another margin it is not", () => {
    const half = "01".repeat(200);
    const said = real(half, half);
    expect(said.state).toBe("no-meaningful-difference");
    expect(said.sentence).toBe(
      "No meaningful difference: Before passed 200 of 400 samples, After 200 of 400. After lies between −7 and +7 points from Before, inside ±10 points.",
    );
    expect(verdict({ pairs: planned(half, half), demonstration: false, margin: 0.05 }).state).toBe(
      "cannot-tell-yet",
    );
  });

  it("[VD5] [VD7] sure and small: better comes first and says that the difference is small", () => {
    const said = real(`${"1".repeat(940)}${"0".repeat(60)}`, "1".repeat(1_000));
    expect(said).toMatchObject({ state: "better", better: "b" });
    expect(said.sentence).toMatch(/The difference is small: less than 10 points\.$/);
  });

  it("[VD8] nothing seen says so", () => {
    expect(real("", "")).toMatchObject({
      state: "cannot-tell-yet",
      more: null,
      evidence: { e: 1, alwaysValidP: 1, interval: null },
      sentence: "Nothing to compare yet: no pair of samples has a result on both sides.",
    });
  });

  it("[VD5] adding samples goes on where it was: evidence that fades is said to have faded", () => {
    const late = real(`00000${"1".repeat(12)}`, `11111${"0".repeat(12)}`);
    expect(late.state).toBe("cannot-tell-yet");
    expect("evidence" in late && late.evidence.alwaysValidP).toBeLessThan(0.05);
  });
});

describe("what is counted", () => {
  it("[VD1] the i-th sample of A stands beside the i-th of B: order matters to E, not to the rates", () => {
    const one = real("0011", "1100");
    const other = real("0101", "1010");
    expect(one.seen).toEqual(other.seen);
    expect("evidence" in one && one.evidence.e).not.toBe("evidence" in other && other.evidence.e);
  });

  it("[VD2] incomplete pairs are ignored and counted", () => {
    const said = real("00-000", "1111-1");
    expect(said.seen).toMatchObject({ pairs: 4, incomplete: 2, waiting: 0, a: { passes: 0, samples: 4 } });
    expect("evidence" in said && said.evidence).toEqual(
      ((whole) => "evidence" in whole && whole.evidence)(real("0000", "1111")),
    );
  });

  it("[VD3] what comes after a sample that is still coming waits", () => {
    const said = real("000?000000", "1111111111");
    expect(said.state).toBe("cannot-tell-yet");
    expect(said.seen).toMatchObject({ pairs: 3, incomplete: 0, waiting: 7 });
  });

  it("[VD3] a pair that has lost one side waits for nothing", () => {
    expect(real("0-0000", "1?1111").seen).toMatchObject({ pairs: 5, incomplete: 1, waiting: 0 });
  });

  it("[VD10] each side has its rate with Wilson's interval", () => {
    const { seen } = real("0000000011", "1111111100");
    expect(seen.b).toMatchObject({ passes: 8, samples: 10 });
    expect(seen.b.interval?.low).toBeCloseTo(0.4902, 4);
    expect(seen.b.interval?.high).toBeCloseTo(0.9433, 4);
  });

  it("[VD9] the interval follows the design: one case, one sample a case, several of both", () => {
    const interval = (said: Verdict) => ("evidence" in said ? said.evidence.interval : null);
    const a = "110100110100";
    const b = "110110111100";
    const one = interval(real(a, b, 1));
    const each = interval(real(a, b, 12));
    const both = interval(real(a, b, 4));
    expect((one?.high ?? 0) - (one?.low ?? 0)).toBeGreaterThan((each?.high ?? 0) - (each?.low ?? 0));
    expect(both?.low).toBeLessThanOrEqual(each?.low ?? Number.NaN);
    expect(both?.high).toBeGreaterThanOrEqual(each?.high ?? Number.NaN);
  });

  it("[VD9] a few cases that all look alike are not taken for certainty", () => {
    expect(real("1".repeat(15), "1".repeat(15), 3).state).toBe("cannot-tell-yet");
  });

  it("[VD12] one case covers itself, several cover themselves", () => {
    expect(real("01", "01").covers).toBe("this prompt on this input");
    expect(real("0101", "0101", 4).covers).toBe("this prompt on these 4 inputs");
  });
});

describe("a demonstration", () => {
  it("[VD11] says what was seen and claims nothing, however clear it looks", () => {
    const said = verdict({ pairs: planned("0".repeat(20), "1".repeat(20)), demonstration: true });
    expect(said.state).toBe("demonstration");
    expect(said).not.toHaveProperty("evidence");
    expect(said).not.toHaveProperty("more");
    expect(said.sentence).toBe(
      "A demonstration, not evidence: Before passed 0 of 20 samples, After 20 of 20. These answers are bundled or simulated.",
    );
    expect(said.covers).toMatch(/^nothing/);
  });
});

describe("always", () => {
  it("[VD14] the same input gives the same verdict; swapping the sides swaps it", () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const options = { demonstration: false, resamples: 200 };
        const said = verdict({ ...options, pairs });
        expect(verdict({ ...options, pairs })).toEqual(said);
        const turned = verdict({
          ...options,
          pairs: pairs.map(({ caseId, a, b }) => ({ caseId, a: b, b: a })),
        });
        expect(turned.state).toBe(said.state);
        expect(turned.seen.a).toEqual(said.seen.b);
        if (said.state === "better")
          expect(turned).toMatchObject({ better: said.better === "a" ? "b" : "a" });
        if (said.state !== "demonstration" && turned.state !== "demonstration") {
          expect(turned.evidence.logE).toBe(said.evidence.logE);
          expect(turned.evidence.interval?.low ?? 0).toBeCloseTo(-(said.evidence.interval?.high ?? 0), 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("[VD5] [VD9] the difference lies in its interval, and better is never said below E = 20", () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const said = verdict({ pairs, demonstration: false, resamples: 200 });
        if (said.state === "demonstration" || said.seen.difference === null) return;
        expect(said.evidence.interval?.low).toBeLessThanOrEqual(said.seen.difference + 1e-12);
        expect(said.evidence.interval?.high).toBeGreaterThanOrEqual(said.seen.difference - 1e-12);
        expect(said.state === "better").toBe(said.evidence.e >= 20 && said.seen.difference !== 0);
      }),
      { numRuns: 60 },
    );
  });

  it("[VD13] no sentence uses the words of a test report", () => {
    fc.assert(
      fc.property(somePairs, fc.boolean(), (pairs, demonstration) => {
        const { sentence } = verdict({ pairs, demonstration, resamples: 50 });
        expect(sentence).not.toMatch(/significan|p-value|null|NaN|undefined|Infinity/i);
        expect(sentence).toMatch(/\.$/);
      }),
    );
  });

  it("[VD14] a verdict goes through JSON unharmed", () => {
    const said = real("0".repeat(1_500), "1".repeat(1_500));
    expect(JSON.parse(JSON.stringify(said))).toEqual(said);
  });
});

describe("one planned look", () => {
  it("[VD17] one case is Boschloo's, one sample a case McNemar's, several of both a sign-flip", () => {
    expect(plannedLook(planned("00000", "11111"))).toMatchObject({ test: "boschloo" });
    expect(plannedLook(planned("00000", "11111"))?.p).toBeCloseTo(2 / 1024, 9);
    expect(plannedLook(planned("000000", "111111", 6))?.test).toBe("mcnemar");
    expect(plannedLook(planned("000000", "111111", 6))?.p).toBeCloseTo(0.03125, 9);
    expect(plannedLook(planned("000000000000", "111111111111", 6))).toEqual({ test: "sign-flip", p: 2 / 64 });
    expect(plannedLook([])).toBeNull();
    expect(plannedLook(planned("0".repeat(151), "1".repeat(151)))).toBeNull();
  });
});
