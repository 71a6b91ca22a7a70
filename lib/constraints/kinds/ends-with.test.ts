import { expect, test } from "vitest";
import { endsWith } from "./ends-with.ts";

test.each([
  ["the last words", "hope remains.", "At last hope remains.", "pass", "pass"],
  ["white space after", "hope remains.", "hope remains.\n\n ", "pass", "pass"],
  ["something after", "hope remains.", "hope remains. Enjoy!", "fail", "fail"],
  ["other capitals", "The End", "…the end", "fail", "pass"],
  ["in quotation marks", "The End", "“The End”", "fail", "pass"],
  ["in bold", "The End", "**The End**", "fail", "pass"],
  ["curly for straight", "it's done", "and it’s done", "fail", "pass"],
  ["not in the middle of a word", "art", "heart", "fail", "fail"],
  ["a full stop is part of it", "the end.", "the end", "fail", "fail"],
  ["signs of a pattern are themselves", "a|b)", "x a|b)", "pass", "pass"],
  ["two lines", "One\r\nTwo", "Zero\nOne\nTwo", "pass", "pass"],
  ["combining marks", "cafe\u0301", "un café", "pass", "pass"],
  ["Japanese", "希望。", "それは希望。", "pass", "pass"],
  ["Hebrew", "תקווה", "יש תקווה", "pass", "pass"],
  ["Thai", "หวัง", "ความหวัง", "pass", "pass"],
  ["Russian, not in the middle of a word", "вода", "невода", "fail", "fail"],
  ["emoji", "🌅", "dawn 🌅", "pass", "pass"],
  ["empty output", "The End", "", "fail", "fail"],
  ["nothing asked yet", "", "text", "undecided", "undecided"],
] as const)("ends-with: %s", (_, wanted, text, strict, loose) => {
  expect(endsWith.check({ kind: "ends-with", text: wanted }, text, "strict").result).toBe(strict);
  expect(endsWith.check({ kind: "ends-with", text: wanted }, text, "loose").result).toBe(loose);
});

test("ends-with: points at the words when kept, at the last line when not", () => {
  expect(endsWith.check({ kind: "ends-with", text: "end" }, "The end\n", "strict").spans).toEqual([
    { start: 4, end: 7 },
  ]);
  expect(endsWith.check({ kind: "ends-with", text: "end" }, "The end\nBye.", "strict")).toMatchObject({
    found: "ends with “Bye.”",
    spans: [{ start: 8, end: 12 }],
  });
});
