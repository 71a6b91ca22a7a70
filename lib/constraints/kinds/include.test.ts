import { expect, test } from "vitest";
import { include } from "./include.ts";

test.each([
  ["all there", ["sun", "lake"], "all", "The sun over the lake", "pass"],
  ["one missing", ["sun", "lake"], "all", "The sun", "fail"],
  ["any: one is enough", ["sun", "lake"], "any", "The sun", "pass"],
  ["any: none", ["sun", "lake"], "any", "The moon", "fail"],
  ["capitals do not matter", ["sun"], "all", "SUN", "pass"],
  ["not inside another word", ["art"], "all", "heart artful", "fail"],
  ["a phrase across a line break", ["calm lake"], "all", "the calm\nlake", "pass"],
  ["signs of a pattern are themselves", ["(", "a.b"], "all", "( a.b", "pass"],
  ["a dot is no wild card", ["a.b"], "all", "axb", "fail"],
  ["C++ ends in a sign", ["C++"], "all", "I like C++.", "pass"],
  ["accented, where \\b fails", ["tú"], "all", "y tú también", "pass"],
  ["accented, not inside a word", ["tú"], "all", "actitúd", "fail"],
  ["combining marks", ["cafe\u0301"], "all", "un café", "pass"],
  ["an accent makes another letter", ["cafe"], "all", "cafe\u0301", "fail"],
  ["Japanese inside running text", ["光"], "all", "朝の光が湖に", "pass"],
  ["Korean with its particle", ["바다"], "all", "바다는 푸르다", "pass"],
  ["Thai", ["ไทย"], "all", "ภาษาไทยง่าย", "pass"],
  ["Russian capitals", ["СВЕТ"], "all", "тихий свет", "pass"],
  ["Turkish dotted capital", ["istanbul"], "all", "İstanbul güzel", "pass"],
  ["Arabic word", ["نور"], "all", "هذا نور الصباح", "pass"],
  ["emoji", ["🌅"], "all", "dawn🌅", "pass"],
  ["blank entries are ignored", ["sun", " "], "all", "sun", "pass"],
  ["no words yet", [" "], "all", "sun", "undecided"],
  ["empty output", ["sun"], "any", "", "fail"],
] as const)("include: %s", (_, words, mode, text, result) => {
  expect(include.check({ kind: "include", words: [...words], mode }, text, "strict").result).toBe(result);
});

test("include: shows every place and what is missing; other quotation marks only loosely", () => {
  const both = { kind: "include", words: ["sun", "lake"], mode: "all" } as const;
  expect(include.check({ ...both, words: ["sun", "lake"] }, "Sun, sun.", "strict")).toEqual({
    result: "fail",
    found: "no “lake”",
    asked: "includes “sun” and “lake”",
    spans: [
      { start: 0, end: 3 },
      { start: 5, end: 8 },
    ],
  });
  const quote = { kind: "include" as const, words: ["it's"], mode: "all" as const };
  expect(include.check(quote, "it’s", "strict").result).toBe("fail");
  expect(include.check(quote, "it’s", "loose").result).toBe("pass");
});
