import { expect, test } from "vitest";
import { bullets } from "./bullets.ts";

test.each([
  ["dashes", "- a\n- b\n- c", "any", 3],
  ["asterisks", "* a\n* b", "any", 2],
  ["plus signs", "+ a\n+ b", "any", 2],
  ["typographic bullets, with and without a space", "• a\n•b\n◦ c", "any", 3],
  ["en dashes", "– a\n– b", "any", 2],
  ["Japanese middle dots", "・りんご\n・みかん", "any", 2],
  ["Arabic, with a direction mark", "\u200f- نور\n\u200f- ماء", "any", 2],
  ["Hindi", "- सूरज\n- झील", "any", 2],
  ["nested items count", "- a\n  - b\n\t- c", "any", 3],
  ["a rule is no bullet", "---\n- a\n* * *\n***", "any", 1],
  ["a dash without a space is no bullet", "-5 degrees\n-a", "any", 0],
  ["bold at the start of a line is no bullet", "**a**\n*b*", "any", 0],
  ["a hyphen inside a line is no bullet", "a - b", "any", 0],
  ["numbers are not bullets", "1. a\n2. b", "any", 0],
  ["numbers when numbers are asked", "1. a\n2) b\n10. c", "1.", 3],
  ["Arabic-Indic numbers", "١. نور\n٢. ماء", "1.", 2],
  ["a year is no number of an item", "2024 was\n20245. x", "1.", 0],
  ["only the asked sign", "- a\n* b\n• c", "-", 1],
  ["what stands in code is code", "```\n- a\n- b\n```\n- c", "any", 1],
  ["Windows line ends", "- a\r\n- b\r\n", "any", 2],
  ["an item without text is none", "- \n-\n- a", "any", 1],
  ["empty", "", "any", 0],
] as const)("bullets: %s", (_, text, marker, n) => {
  const normal = text.replaceAll("\r\n", "\n");
  const finding = bullets.check({ kind: "bullets", op: "exactly", n, marker }, normal, "strict");
  expect(finding.result).toBe("pass");
  expect(finding.found).toMatch(new RegExp(`^${n} `));
});

test("bullets: the sign is part of what was asked", () => {
  const finding = bullets.check({ kind: "bullets", op: "at-least", n: 1, marker: "•" }, "- a", "strict");
  expect(finding).toEqual({
    result: "fail",
    found: "0 bullet points",
    asked: "at least 1 bullet point marked with “•”",
    spans: [],
  });
});
