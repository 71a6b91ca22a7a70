import { describe, expect, test } from "vitest";
import { markedPieces } from "./marked-text.tsx";

describe("markedPieces", () => {
  test("overlapping, reversed and outside spans still give the whole text once", () => {
    const text = "abcdefghij";
    const pieces = markedPieces(text, [
      { start: 4, end: 6 },
      { start: 1, end: 3 },
      { start: 2, end: 5 },
      { start: 8, end: 99 },
      { start: 20, end: 30 },
    ]);
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
    expect(pieces.filter(({ marked }) => marked).map(({ start, end }) => text.slice(start, end))).toEqual([
      "bc",
      "de",
      "f",
      "ij",
    ]);
  });
});
