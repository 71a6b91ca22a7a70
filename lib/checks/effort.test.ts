import { expect, test } from "vitest";
import { cpuTimeMs } from "#lib/base/cpu-time.fixture.ts";
import { CONSTRAINT_KINDS, type Constraint } from "#lib/constraints/registry.ts";
import { hold } from "./hold.ts";

/** One of these costs some thousandths of a second; what grows with the square takes ten seconds and more. */
const LIMIT_MS = 2_000;
const LONG = 100_000;
const PAIR_LONG = 20_000;

/** A draft whose text is still empty is not looked at, so those are filled in. */
const FILLED: readonly Constraint[] = [
  { kind: "include", words: ["sun", "a"], mode: "all" },
  { kind: "exclude", words: ["sun", "a"] },
  { kind: "keyword", word: "sun", op: "at-least", n: 2 },
  { kind: "letter", letter: "e", op: "at-most", n: 5 },
  { kind: "one-of", options: ["yes", "a"] },
  { kind: "one-of", options: ["yes", "a"], where: "inside" },
  { kind: "regex", pattern: "(\\d+\\s*)+x" },
  { kind: "starts-with", text: "A golden light." },
  { kind: "ends-with", text: "The end." },
  { kind: "paragraph-start", paragraph: 1, word: "Hope" },
  { kind: "repeat-prompt", text: "Write a poem." },
  { kind: "no-markdown", what: "title" },
  { kind: "bullets", op: "exactly", n: 3, marker: "1." },
  { kind: "case", case: "title" },
  { kind: "case", case: "upper" },
  { kind: "sentences", op: "at-least", n: 90_000 },
];
const CONSTRAINTS = [...Object.values(CONSTRAINT_KINDS).map(({ draft }) => draft), ...FILLED];

const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
const OTHERS = ["\n", "\r", "\t", "\u00a0", "\u200d", "\u0301", "‹", "«", "「", "“", "。", "…", "•", "光"];
const SIGNS = [...ASCII, ...OTHERS];

/** Promises that one of the texts keeps the machine too long for, with the time that it took, ms. */
function tooDear(texts: readonly string[]): { constraint: Constraint; text: string; ms: number }[] {
  return texts.flatMap((text) =>
    CONSTRAINTS.map((constraint) => {
      const before = cpuTimeMs();
      hold({ id: "check", constraint }, text);
      return { constraint, text: text.slice(0, 10), ms: cpuTimeMs() - before };
    }).filter(({ ms }) => ms >= LIMIT_MS),
  );
}

test.each(SIGNS)("no promise takes long on 100,000 times %j", (sign) => {
  expect(tooDear([sign.repeat(LONG)])).toEqual([]);
});

/** What opens something, so that the run behind it is looked through for its end. */
const OPENINGS = ["a", "```", "|", "<<", "["];
const RUNS = ["<", " ", "-", "*", "_", "`", "#", ".", "\u0301", "?"];

test.each(OPENINGS)("nor on %j, a long run of one sign, and an end that does not fit", (opening) => {
  expect(tooDear(RUNS.map((sign) => `${opening}${sign.repeat(LONG)}x|`))).toEqual([]);
});

const PAIRED = ["<", ">", "*", "_", "`", "-", "[", "(", "|", " ", "\n", ".", '"', "a", "光"];

test.each(PAIRED)("nor on pairs of signs with %j, again and again", (first) => {
  const texts = PAIRED.filter((second) => second !== first).map((second) => `${first}${second}`);
  expect(tooDear(texts.map((pair) => pair.repeat(PAIR_LONG / 2)))).toEqual([]);
});
