import { expect, test } from "vitest";
import { other } from "./other.ts";

test.each([
  "A calm lake.",
  "",
  " ",
  "joyful",
  "Make it joyful",
  "楽しい",
  "שמח",
  "مبهج",
  "आनंद",
  "радостно",
  "🌅",
  "\ud800",
  "a\r\nb",
  "```\ncode\n```",
  "{}",
])("other: never decided by a rule, whatever the text: %j", (text) => {
  for (const reading of ["strict", "loose"] as const) {
    expect(other.check({ kind: "other", text: "Make it joyful" }, text, reading)).toEqual({
      result: "undecided",
      found: "for people or a judge",
      asked: "Make it joyful",
      spans: [],
    });
  }
});
