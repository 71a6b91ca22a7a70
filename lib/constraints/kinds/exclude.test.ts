import { expect, test } from "vitest";
import { exclude } from "./exclude.ts";

test.each([
  ["absent", ["very"], "A calm lake", "pass", "none of them"],
  ["once", ["very"], "very calm", "fail", "“very” once"],
  ["three times", ["very"], "Very, very VERY", "fail", "“very” 3 times"],
  ["two words", ["very", "just", "so"], "just very", "fail", "“very” once, “just” once"],
  ["not inside another word", ["art"], "heart", "pass", "none of them"],
  ["a phrase", ["as an AI"], "As an AI, I", "fail", "“as an AI” once"],
  ["with punctuation around", ["end"], "the “end”!", "fail", "“end” once"],
  ["signs of a pattern are themselves", ["a*", "[b]"], "aaa b", "pass", "none of them"],
  ["a comma is a word of its own", [","], "a, b", "fail", "“,” once"],
  ["an exclamation mark", ["!"], "a!!", "fail", "“!” 2 times"],
  ["German", ["größe"], "Die GRÖSSE, die Größe", "fail", "“größe” once"],
  ["Chinese", ["但是"], "很好但是冷", "fail", "“但是” once"],
  ["Hindi", ["जल"], "जलन नहीं", "pass", "none of them"],
  ["Arabic comma", ["،"], "نور، ماء", "fail", "“،” once"],
  ["Hebrew", ["אור"], "האור", "pass", "none of them"],
  ["the same entry twice", ["so", "so"], "so", "fail", "“so” once"],
  ["nothing named yet", [], "text", "undecided", "no words to look for yet"],
] as const)("exclude: %s", (_, words, text, result, found) => {
  expect(exclude.check({ kind: "exclude", words: [...words] }, text, "strict")).toMatchObject({
    result,
    found,
  });
});

test("exclude: points at every place", () => {
  const { spans } = exclude.check({ kind: "exclude", words: ["a", "b"] }, "b a", "strict");
  expect(spans).toEqual([
    { start: 2, end: 3 },
    { start: 0, end: 1 },
  ]);
});
