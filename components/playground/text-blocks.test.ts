import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textBlocks } from "./text-blocks.ts";

const line = fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" });
const longText = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 20 }),
    fc.integer({ min: 1, max: 400 }),
    fc.constantFrom("\n", " ", ""),
  )
  .map(([lines, times, between]) => `${lines.join(between)}${between}`.repeat(times));

describe("textBlocks", () => {
  test("[R33] blocks join to the text and none is longer than 8,001 characters", () => {
    fc.assert(
      fc.property(longText, (text) => {
        const blocks = textBlocks(text);
        expect(blocks.map((block) => block.text).join("")).toBe(text);
        expect(Math.max(...blocks.map((block) => block.text.length))).toBeLessThanOrEqual(8_001);
      }),
    );
  });

  test("[R33] a text that grows keeps all blocks but the last", () => {
    fc.assert(
      fc.property(longText, longText, (start, more) => {
        const earlier = textBlocks(start);
        const grown = textBlocks(start + more, earlier);
        expect(grown.map((block) => block.text).join("")).toBe(start + more);
        expect(grown.slice(0, Math.max(0, earlier.length - 1))).toEqual(earlier.slice(0, -1));
      }),
    );
  });

  test("[R33] a single line of 200,000 characters is cut, but never inside a surrogate pair", () => {
    const blocks = textBlocks("😀".repeat(100_000));
    expect(blocks.length).toBeGreaterThan(20);
    expect(blocks.every(({ text }) => text.isWellFormed())).toBe(true);
  });
});
