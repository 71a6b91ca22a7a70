import { expect, test } from "vitest";
import { excerpts } from "./excerpts.ts";

const TEXT = "one\ntwo\nthree\nfour\nfive\n";
const LINES = [...TEXT.matchAll(/\w+/g)].map(({ 0: { length }, index }) => ({
  start: index,
  end: index + length,
}));

test("the first places are quoted and the rest is counted", () => {
  expect(excerpts(TEXT, LINES)).toEqual({
    shown: [
      { start: 0, words: "one" },
      { start: 4, words: "two" },
      { start: 8, words: "three" },
    ],
    more: 2,
  });
});

test("one more is shown rather than counted; white space and places outside the text are nothing", () => {
  expect(excerpts(TEXT, LINES.slice(0, 4)).more).toBe(0);
  expect(excerpts(TEXT, LINES.slice(0, 4)).shown).toHaveLength(4);
  expect(
    excerpts(TEXT, [
      { start: 3, end: 4 },
      { start: 90, end: 99 },
    ]),
  ).toEqual({ shown: [], more: 0 });
});

test("a long place is cut short", () => {
  expect(excerpts("a".repeat(500), [{ start: 0, end: 500 }]).shown[0]?.words).toHaveLength(80);
});
