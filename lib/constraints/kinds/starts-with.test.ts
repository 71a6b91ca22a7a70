import { expect, test } from "vitest";
import { startsWith } from "./starts-with.ts";

const LINE = "A golden light first kisses the water.";

test.each([
  ["the line, then more", LINE, `${LINE}\nMore.`, "pass", "pass"],
  ["the line alone", LINE, LINE, "pass", "pass"],
  ["white space around it", `  ${LINE} `, `\n\n  ${LINE}\n`, "pass", "pass"],
  ["something before it", LINE, `Sure! ${LINE}`, "fail", "fail"],
  ["another first line", LINE, "The sun.\nA golden light", "fail", "fail"],
  ["other capitals", LINE, LINE.toUpperCase(), "fail", "pass"],
  ["in quotation marks", LINE, `“${LINE}”\nMore.`, "fail", "pass"],
  ["in bold", LINE, `**${LINE}**`, "fail", "pass"],
  ["as a heading", "Morning", "# Morning\nText", "fail", "pass"],
  ["curly for straight quotation marks", "It's dawn", "It’s dawn now", "fail", "pass"],
  ["not in the middle of a word", "art", "artful", "fail", "fail"],
  ["before punctuation", "Dear Ann", "Dear Ann, hello", "pass", "pass"],
  ["signs of a pattern are themselves", "(a+)+$ [x]", "(a+)+$ [x] yes", "pass", "pass"],
  ["two lines", "One\nTwo", "One\nTwo\nThree", "pass", "pass"],
  ["two lines typed with Windows line ends", "One\r\nTwo", "One\nTwo\nThree", "pass", "pass"],
  ["accents typed as combining marks", "Cafe\u0301", "Café au lait", "pass", "pass"],
  ["Japanese, no space after", "今日", "今日は晴れ", "pass", "pass"],
  ["Arabic", "في البدء", "في البدء كان", "pass", "pass"],
  ["Hindi, not in the middle of a letter", "क", "कि", "fail", "fail"],
  ["Greek capitals", "ΟΔΟΣ", "Οδός", "fail", "fail"],
  ["Greek final sigma", "ΟΔΟΣ", "οδος", "fail", "pass"],
  ["emoji", "🌅", "🌅 dawn", "pass", "pass"],
  ["only a quotation mark is asked", '"', "“Hi”", "fail", "pass"],
  ["empty output", LINE, "", "fail", "fail"],
  ["nothing asked yet", "  ", LINE, "undecided", "undecided"],
] as const)("starts-with: %s", (_, wanted, text, strict, loose) => {
  expect(startsWith.check({ kind: "starts-with", text: wanted }, text, "strict").result).toBe(strict);
  expect(startsWith.check({ kind: "starts-with", text: wanted }, text, "loose").result).toBe(loose);
});

test("starts-with: points at the line when kept, at the first line when not", () => {
  expect(startsWith.check({ kind: "starts-with", text: "Hi" }, "\n Hi there", "strict").spans).toEqual([
    { start: 2, end: 4 },
  ]);
  expect(startsWith.check({ kind: "starts-with", text: "Hi" }, "Sure!\nHi", "strict")).toMatchObject({
    found: "starts with “Sure!…”",
    spans: [{ start: 0, end: 5 }],
  });
});
