import { describe, expect, test } from "vitest";
import { counted, countWords, formatSeconds, formatUsd, tokensPerSecond } from "./format.ts";

describe("numbers for people", () => {
  test.each([
    [0, "$0"],
    [0.0013, "$0.0013"],
    [0.00042, "$0.00042"],
    [0.011, "$0.011"],
    [0.25, "$0.25"],
    [12.3456, "$12.35"],
  ])("%d dollars is %s", (usd, words) => expect(formatUsd(usd)).toBe(words));

  test.each([
    [410, "0.41 s"],
    [12_340, "12.3 s"],
    [95_000, "1 min 35 s"],
  ])("%d ms is %s", (milliseconds, words) => expect(formatSeconds(milliseconds)).toBe(words));

  test("one call, ten calls", () => {
    expect([counted(1, "call"), counted(1_400, "call")]).toEqual(["1 call", "1,400 calls"]);
  });

  test("words are what stands between white space", () => {
    expect(["", " ", "one", " two\nwords ", "a\u00a0b\u3000c"].map(countWords)).toEqual([0, 0, 1, 2, 3]);
  });

  test("speed counts the writing alone, and says nothing when it was too short to measure", () => {
    expect(tokensPerSecond(60, { firstTokenMs: 400, totalMs: 1_400 })).toBe(60);
    expect(tokensPerSecond(60, { firstTokenMs: 400, totalMs: 410 })).toBeNull();
    expect(tokensPerSecond(60, { firstTokenMs: null, totalMs: 410 })).toBeNull();
  });
});
