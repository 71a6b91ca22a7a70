import { expect, test } from "vitest";
import { CONSTRAINT_KINDS, type Constraint, constraintSchema } from "#lib/constraints/registry.ts";
import { hold, holdAll } from "./hold.ts";

const held = (constraint: Constraint, text: string) => hold({ id: "c", constraint }, text);
const fourLines: Constraint = { kind: "lines", op: "exactly", n: 4 };

test("the poem's promise: eleven lines where four were asked", () => {
  expect(held(fourLines, Array(11).fill("light").join("\n"))).toMatchObject({
    id: "c",
    result: "fail",
    loose: "fail",
    found: "11 lines",
    asked: "exactly 4 lines",
  });
});

test.each<[string, Constraint, string, string, string]>([
  ["first line dropped", fourLines, "Here is your poem:\n\na\nb\nc\nd", "fail", "pass"],
  ["last line dropped", fourLines, "a\nb\nc\nd\n\nEnjoy!", "fail", "pass"],
  ["both dropped", fourLines, "```\na\nb\nc\nd\n```", "fail", "pass"],
  ["three lines too many", fourLines, "x\ny\nz\na\nb\nc\nd", "fail", "fail"],
  ["asterisks removed", { kind: "no-markdown" }, "**a**", "fail", "pass"],
  [
    "asterisks removed and first line dropped",
    { kind: "starts-with", text: "Dear" },
    "Sure:\n***Dear***",
    "fail",
    "pass",
  ],
  ["quotation marks folded", { kind: "starts-with", text: "“Hi”" }, '"Hi" said', "fail", "pass"],
  [
    "quotation marks in what was asked",
    { kind: "include", words: ["it’s"], mode: "all" },
    "it's",
    "fail",
    "pass",
  ],
  ["curly quotation marks in JSON", { kind: "json" }, "{“a”: 1}", "fail", "pass"],
  ["curly ones inside a JSON text stay", { kind: "json" }, '```json\n{"a":"“x”"}\n```', "fail", "pass"],
  ["JSON in a fence after a line of talk", { kind: "json" }, 'Here:\n```json\n{"a":1}\n```', "fail", "pass"],
  ["what passes strictly passes loosely", fourLines, "a\nb\nc\nd", "pass", "pass"],
  ["nothing is left to drop", { kind: "lines", op: "exactly", n: 0 }, "a", "fail", "fail"],
  ["undecided stays undecided", { kind: "other", text: "joyful" }, "a\nb", "undecided", "undecided"],
])("loose: %s", (_, constraint, text, result, loose) => {
  expect(held(constraint, text)).toMatchObject({ result, loose });
});

test.each<[string, Constraint, string, string]>([
  ["turned into a failure", { ...fourLines, not: true }, "a\nb\nc\nd", "fail"],
  ["turned into a pass", { ...fourLines, not: true }, "a", "pass"],
  ["undecided stays so", { kind: "language", code: "en", not: true }, "short", "undecided"],
  ["false is as if it were not there", { ...fourLines, not: false }, "a\nb\nc\nd", "pass"],
])("not: %s", (_, constraint, text, result) => {
  expect(held(constraint, text).result).toBe(result);
});

test("not: says what was asked", () => {
  expect(held({ kind: "starts-with", text: "Sure", not: true }, "Sure!")).toMatchObject({
    result: "fail",
    asked: "not: starts with “Sure”",
    spans: [{ start: 0, end: 4 }],
  });
});

test.each<Constraint>([
  { kind: "exclude", words: ["x"] },
  { kind: "no-markdown" },
  { kind: "words", op: "at-most", n: 5 },
  { kind: "starts-with", text: "x", not: true },
])("an empty output keeps no promise: %j", (constraint) => {
  for (const empty of ["", " \r\n\t"]) {
    expect(held(constraint, empty)).toMatchObject({ result: "fail", loose: "fail", found: "empty output" });
  }
});

test.each([
  ["Windows line ends", "one\r\n\r\ntwo cafe\u0301\r\nend", ["café"], ["cafe\u0301"]],
  ["old Mac line ends", "a\rb sun\r", ["sun"], ["sun"]],
  ["a phrase across a Windows line end", "calm\r\nlake", ["calm lake"], ["calm\r\nlake"]],
  ["Hangul in single letters", "\u1112\u1161\u11ab 빛 sun", ["빛", "sun"], ["빛", "sun"]],
  ["a mark before it", "n\u0303 x\u0301\u0301 sun", ["sun"], ["sun"]],
  ["a letter that NFC takes apart", "\u0958 sun", ["sun"], ["sun"]],
  ["emoji before it", "👨‍👩‍👧 e\u0301 🌅", ["🌅"], ["🌅"]],
])("spans point into the text as it came: %s", (_, text, words, places) => {
  const { spans } = held({ kind: "include", words, mode: "all" }, text);
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(places);
});

test("what was found and asked is said in 1,000 characters at most, none of them halved", () => {
  const words = Array.from({ length: 60 }, (_, index) => `${"👍".repeat(80)}${index}`);
  const checks = ["", "x"].map((first) => {
    const constraint: Constraint = { kind: "exclude", words: [first, ...words] };
    return { id: first, constraint };
  });
  for (const { result, found, asked } of holdAll(checks, `x ${words.join(" ")}`)) {
    expect(result).toBe("fail");
    expect(found.length).toBeLessThanOrEqual(1_000);
    expect(found.length).toBeGreaterThan(990);
    expect(found.endsWith("…")).toBe(true);
    expect(found.isWellFormed()).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(1_000);
    expect(asked.isWellFormed()).toBe(true);
  }
});

test("holdAll keeps the order and the ids", () => {
  const checks = [
    { id: "b", constraint: fourLines },
    { id: "a", constraint: constraintSchema.parse({ kind: "json" }) },
  ];
  expect(holdAll(checks, "{}").map(({ id, result }) => [id, result])).toEqual([
    ["b", "fail"],
    ["a", "pass"],
  ]);
});

const SAMPLES: Constraint[] = [
  ...Object.values(CONSTRAINT_KINDS).map(({ draft }) => draft),
  { kind: "starts-with", text: "“A golden light" },
  { kind: "starts-with", text: "a", not: true },
  { kind: "ends-with", text: "e\u0301\r\n" },
  { kind: "include", words: ["a", "(", "\ud800", "光", "e\u0301"], mode: "any" },
  { kind: "exclude", words: [" ", ".", "*", "😀"] },
  { kind: "no-markdown", what: "title" },
  { kind: "json", keys: ["a", "__proto__"], not: true },
  { kind: "bullets", op: "between", n: 2, max: 1, marker: "1." },
  { kind: "language", code: "ja" },
];
const CHECKS = SAMPLES.map((constraint, index) => ({ id: `c${index}`, constraint }));

test.each([
  ["prose", "The quick brown fox “jumps” over it. "],
  ["poem with emphasis", "**Light** on the _water_\n"],
  ["Windows line ends", "A line of text\r\n"],
  ["one word", "x"],
  ["asterisks", "*a "],
  ["unclosed links", "[a]("],
  ["brackets", "["],
  ["back-ticks", "` ``"],
  ["fences", "```\n"],
  ["marks", "\u0301\u0323"],
  ["spaces", " "],
  ["blank lines", " \n"],
  ["rules", "- "],
  ["quotation ends", "?” "],
  ["Japanese", "朝の光が湖に触れる。"],
  ["Thai", "แสงสีทอง"],
  ["combining Latin", "e\u0301 "],
  ["pipes", "|-"],
])("100 KB of %s is held to the end; work that grows with the square would outlast the test", (_, unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length));
  expect(holdAll(CHECKS, text)).toHaveLength(CHECKS.length);
});
