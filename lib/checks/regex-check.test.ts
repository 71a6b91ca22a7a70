import { expect, test } from "vitest";
import { type Constraint, constraintSchema } from "#lib/constraints/registry.ts";
import { hold } from "./hold.ts";
import { KNOWN_BAD } from "./redos.fixture.ts";
import { compilePattern } from "./regex-check.ts";

const KB = 1_024;
const LONGEST = 100 * KB;

function held(pattern: string, text: string, rest: Partial<Constraint<"regex">> = {}) {
  return hold({ id: "check", constraint: { kind: "regex", pattern, ...rest } }, text);
}

test("[R23] there are at least 50 known bad patterns, each within the size that is stored", () => {
  expect(new Set(KNOWN_BAD.map(([pattern]) => pattern)).size).toBe(KNOWN_BAD.length);
  expect(KNOWN_BAD.length).toBeGreaterThanOrEqual(50);
  for (const [pattern] of KNOWN_BAD)
    expect(constraintSchema.safeParse({ kind: "regex", pattern }).success).toBe(true);
});

test.each(KNOWN_BAD)(
  "[R23] %s decides on 100 KB of what other engines choke on",
  (pattern, begin, again, end) => {
    const times = Math.floor((LONGEST - begin.length - end.length) / again.length);
    const text = `${begin}${again.repeat(times)}${end}`;
    expect(["pass", "fail"]).toContain(held(pattern, text).result);
    expect(["pass", "fail"]).toContain(held(pattern, text, { where: "whole", capitals: "ignore" }).result);
  },
);

test("[R23] a pattern has at most 500 characters", () => {
  const parsed = (length: number) =>
    constraintSchema.safeParse({ kind: "regex", pattern: "a".repeat(length) }).success;
  expect([parsed(500), parsed(501)]).toEqual([true, false]);
});

test("[R23] a text of 100 KB is read to its end, a longer one not at all", () => {
  const text = `${"a".repeat(LONGEST - 1)}b`;
  expect(held("b$", text).result).toBe("pass");
  expect(held("b$", `a${text}`)).toMatchObject({
    result: "undecided",
    loose: "undecided",
    found: "a pattern is held against at most 100 KB",
  });
});

test.each([
  "\\p{L}{0,1000}\\p{N}",
  "[ab]*a[ab]{900}[cd]",
  "(?:.{0,999}!)?".repeat(30),
  "(a|b)*?a(a|b){500}$",
])("[R23] %s is too large for 100 KB, and decides on an answer of usual length", (pattern) => {
  const answer = "ab ".repeat(60);
  expect(held(pattern, answer.repeat(600).slice(0, LONGEST))).toMatchObject({
    result: "undecided",
    found: "this pattern is too large for a text of this length",
  });
  expect(["pass", "fail"]).toContain(held(pattern, answer).result);
});

test.each([
  ["a(?=b)", "this pattern looks ahead or back, which is not supported"],
  ["a(?!b)", "this pattern looks ahead or back, which is not supported"],
  ["(?<=a)b", "this pattern looks ahead or back, which is not supported"],
  ["(?<!a)b", "this pattern looks ahead or back, which is not supported"],
  ["(a)\\1", "this pattern refers back to a group, which is not supported"],
  ["(?<n>a)\\k<n>", "this pattern refers back to a group, which is not supported"],
  ["(?>a+)b", "this pattern cannot be read: invalid or unsupported Perl syntax: `(?>`"],
  ["a++", "this pattern cannot be read: invalid nested repetition operator: `++`"],
  ["(a", "this pattern cannot be read: missing closing ): `(a`"],
  ["a{1001}", "this pattern cannot be read: invalid repeat count: `{1001}`"],
])("[R23] %s says what is wrong with it, and decides nothing", (pattern, found) => {
  expect(compilePattern(pattern).problem).toBe(found);
  expect(held(pattern, "ab")).toMatchObject({ result: "undecided", loose: "undecided", found });
});

test("[R23] a pattern in a JSON Schema has the same bounds over all strings together", () => {
  const schema = (pattern: string) => JSON.stringify({ items: { pattern } });
  const json = (pattern: string, text: string) =>
    hold({ id: "check", constraint: { kind: "json", schema: schema(pattern) } }, text);
  const list = JSON.stringify(Array.from({ length: 500 }, () => "ab".repeat(50)));
  expect(json("^[ab]*$", list).result).toBe("pass");
  expect(json("^[ab]*a[ab]{900}[cd]|^[ab]*$", list)).toMatchObject({
    result: "undecided",
    found: "the JSON Schema asks for too much work",
  });
  expect(json("(a)\\1", list).found).toBe(
    "in the JSON Schema, this pattern refers back to a group, which is not supported",
  );
});
