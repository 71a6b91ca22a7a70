import { describe, expect, test } from "vitest";
import { cpuTimeMs } from "#lib/base/cpu-time.fixture.ts";
import { compareTexts, type DiffPiece } from "./differences.ts";

const own = (pieces: readonly DiffPiece[]) => pieces.filter((piece) => piece.own).map(({ text }) => text);
const whole = (pieces: readonly DiffPiece[]) => pieces.map(({ text }) => text).join("");

describe("compareTexts", () => {
  test("each side gets its own words, and its whole text", async () => {
    const before = "The lake wakes slowly.\nThen it sings.";
    const after = "The lake wakes gladly.\nThen it sings.";
    const both = await compareTexts(before, after);
    expect(both && own(both[0])).toEqual(["slowly"]);
    expect(both && own(both[1])).toEqual(["gladly"]);
    expect(both && [whole(both[0]), whole(both[1])]).toEqual([before, after]);
  });

  test("[R33] two texts of 1 MB are compared without blocking for longer than 200 ms", async () => {
    const before = Array.from(
      { length: 20_000 },
      (_, line) => `line ${line} of the first text, with some words`,
    );
    const after = before.map((line, index) => (index % 400 === 0 ? `${line} changed` : line));
    let longestMs = 0;
    let last = cpuTimeMs();
    const tick = setInterval(() => {
      longestMs = Math.max(longestMs, cpuTimeMs() - last);
      last = cpuTimeMs();
    }, 1);
    const both = await compareTexts(before.join("\n"), after.join("\n"));
    longestMs = Math.max(longestMs, cpuTimeMs() - last);
    clearInterval(tick);
    expect(both && own(both[1])).toHaveLength(50);
    expect(longestMs).toBeLessThan(200);
  });
});
