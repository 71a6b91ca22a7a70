import { expect, test } from "vitest";
import { lines } from "./lines.ts";

const four = { kind: "lines", op: "exactly", n: 4 } as const;
const twoToThree = { kind: "lines", op: "between", n: 3, max: 2 } as const;

test.each([
  ["four lines", four, "a\nb\nc\nd", "pass", "4 lines"],
  ["a line break at the end adds none", four, "a\nb\nc\nd\n", "pass", "4 lines"],
  ["blank lines between stanzas do not count", four, "a\nb\n\n \t\nc\nd", "pass", "4 lines"],
  ["three lines", four, "a\nb\nc", "fail", "3 lines"],
  ["eleven lines", four, Array(11).fill("x").join("\n"), "fail", "11 lines"],
  ["Windows line ends", four, "a\r\nb\r\nc\r\nd\r\n", "pass", "4 lines"],
  ["old Mac line ends", four, "a\rb\rc\rd", "pass", "4 lines"],
  ["Unicode line separator", four, "a\u2028b\u2029c\nd", "pass", "4 lines"],
  ["Japanese", four, "静かな湖\n朝の光\n水に触れ\n希望あり", "pass", "4 lines"],
  ["Arabic", four, "نور\nماء\nصباح\nأمل", "pass", "4 lines"],
  ["Devanagari", four, "सूरज\nझील\nजल\nआशा", "pass", "4 lines"],
  ["emoji", four, "🌅\n🌊\n👨‍👩‍👧\n🌄", "pass", "4 lines"],
  ["the lines of a code fence are lines", four, "```\na\nb\n```", "pass", "4 lines"],
  ["empty", four, "", "fail", "0 lines"],
  ["only a no-break space", four, "\u00a0\n\u00a0", "fail", "0 lines"],
  ["one line is singular", { kind: "lines", op: "at-most", n: 1 }, "a", "pass", "1 line"],
  ["at least", { kind: "lines", op: "at-least", n: 2 }, "a", "fail", "1 line"],
  ["between, ends given the wrong way round", twoToThree, "a\nb", "pass", "2 lines"],
  ["above between", twoToThree, "a\nb\nc\nd", "fail", "4 lines"],
] as const)("lines: %s", (_, value, text, result, found) => {
  expect(lines.check(value, text, "strict")).toMatchObject({ result, found });
});

test("lines: the evidence is each line", () => {
  expect(lines.check(four, "ab\n\ncd", "strict").spans).toEqual([
    { start: 0, end: 2 },
    { start: 4, end: 6 },
  ]);
});
