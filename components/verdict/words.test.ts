import { describe, expect, it } from "vitest";
import type { PlannedPair } from "#lib/statistics/seen.ts";
import { verdict } from "#lib/statistics/verdict.ts";
import { changedWords, formatE, markOf, named, verdictWords } from "./words.ts";

const OUTCOMES = { "1": true, "0": false, "-": "missing", "?": "pending" } as const;

function words(a: string, b: string, { cases = 1, demonstration = false, promises = 4 } = {}) {
  const pairs = [...a].map(
    (letter, index): PlannedPair => ({
      caseId: `case-${index % cases}`,
      a: outcome(letter),
      b: outcome(b[index] ?? "-"),
    }),
  );
  return verdictWords(verdict({ pairs, demonstration, resamples: 200 }), promises);
}

function outcome(letter: string) {
  return letter === "1" || letter === "0" || letter === "?" ? OUTCOMES[letter] : "missing";
}

describe("a verdict in words", () => {
  it("better: the sentence large; the evidence with its bound, the effect and what it covers below", () => {
    expect(words("00000", "11111")).toEqual({
      heading: "After is better: Before passed 0 of 5 samples, After 5 of 5.",
      details: [
        "Evidence strong (E = 62; 20 is enough).",
        "After passes 100 points more often than Before (95\u00a0% interval: +39 to +100 points).",
        "About this prompt on this one case; try more cases to say more.",
        "A sample passes when it keeps all 4 hard promises.",
      ],
    });
  });

  it("the other way round it says less often; a sure and small difference says that it is small", () => {
    expect(words("11111", "00000").details[1]).toMatch(/^After passes 100 points less often than Before/);
    const small = words(`${"1".repeat(940)}${"0".repeat(60)}`, "1".repeat(1_000));
    expect(small.details[1]).toMatch(
      /6 points more often .* The difference is small: less than 10 points\.$/,
    );
  });

  it("cannot tell yet: how many more, and how much evidence there is", () => {
    const { heading, details } = words("000", "111", { promises: 1 });
    expect(heading).toBe("Cannot tell yet: Before passed 0 of 3 samples, After 3 of 3.");
    expect(details.slice(0, 2)).toEqual([
      "About 2 more samples a side would be needed.",
      "Evidence of a difference: E = 6.2; 20 is enough.",
    ]);
    expect(details.at(-1)).toBe("A sample passes when it keeps the hard promise.");
    expect(words("111", "111").details[2]).toMatch(
      /^Both pass equally often \(95\u00a0% interval: −\d+ to \+\d+ points\)/,
    );
  });

  it("[VD7] no meaningful difference: within which bounds, and that it is meant for a planned number of samples", () => {
    const { heading, details } = words("01".repeat(200), "01".repeat(200));
    expect(heading).toMatch(/^No meaningful difference: /);
    expect(details[0]).toBe("After lies between −7 and +7 points from Before, inside ±10 points.");
    expect(details[1]).toMatch(/^Unlike “better”, .* planned: .* 9 to 13\u00a0% of comparisons\.$/);
    expect(words("00000", "11111").details.join(" ")).not.toMatch(/planned/);
  });

  it("a demonstration claims nothing", () => {
    const { heading, details } = words("00000", "11111", { demonstration: true });
    expect(heading).toMatch(/^A demonstration, not evidence: /);
    expect(details.join(" ")).not.toMatch(/better|E =|interval|needed/);
    expect(details[0]).toMatch(/^These answers are bundled or simulated\. .*run it on one/);
  });

  it("what was left out, what is on the way, and several cases are counted", () => {
    expect(words("0-0", "111").details).toContain("1 pair was incomplete and left out.");
    expect(words("0--", "111").details).toContain("2 pairs were incomplete and left out.");
    expect(words("00?", "111").details).toContain("1 more pair is on the way.");
    expect(words("0???", "1111").details).toContain("3 more pairs are on the way.");
    expect(words("0000", "1111", { cases: 4 }).details).toContain("About this prompt on these 4 cases.");
    expect(words("--", "11").heading).toBe(
      "Nothing to compare yet: no pair of samples has a result on both sides.",
    );
    expect(words("--", "11").details).toEqual(["2 pairs were incomplete and left out."]);
  });
});

describe("small words", () => {
  it("[VD21] a contract that was changed after the answers is said; one that was not is not", () => {
    expect(changedWords(true)).toBe(
      "The contract was changed after these answers were there. Run again for evidence.",
    );
    expect(changedWords(false)).toBe("");
  });

  it.each([
    [62.015, "62"],
    [19.999, "19"],
    [6.25, "6.2"],
    [1, "1"],
    [0.04, "under 0.1"],
    [1_234.5, "1,234"],
    [Number.MAX_VALUE, "over 10,000"],
  ])("E of %d reads %s: never more than there is", (e, text) => {
    expect(formatE(e)).toBe(text);
  });

  it("outcomes differ by shape and by word", () => {
    const marks = ([true, false, "missing", "pending"] as const).map(markOf);
    expect(new Set(marks.map(({ glyph }) => glyph)).size).toBe(4);
    expect(new Set(marks.map(({ word }) => word)).size).toBe(4);
  });

  it("samples are counted within their case, and the case is named when there are several", () => {
    const pair = (caseId: string): PlannedPair => ({ caseId, a: true, b: true });
    expect(named([pair("1"), pair("1")]).map(({ name }) => name)).toEqual(["1", "2"]);
    expect(named([pair("tea"), pair("ink"), pair("tea")]).map(({ name }) => name)).toEqual([
      "case tea, 1",
      "case ink, 1",
      "case tea, 2",
    ]);
  });
});
