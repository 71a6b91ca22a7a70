import fc from "fast-check";
import { expect, test } from "vitest";
import { CONSTRAINT_KINDS, type Constraint, constraintSchema } from "#lib/constraints/registry.ts";
import { hold } from "./hold.ts";
import { RANDOM_PROMISES } from "./random-promises.fixture.ts";
import { randomText } from "./random-texts.fixture.ts";

const TEXTS = 20_000;
/** Each text is held against so many kinds, which take turns. */
const KINDS_A_TEXT = 8;

const promises = Object.entries(RANDOM_PROMISES).map(([kind, fields]) => {
  const negatable = Object.values(CONSTRAINT_KINDS).some((each) => each.kind === kind && each.negatable);
  const not = negatable ? { not: fc.option(fc.boolean(), { nil: undefined }) } : {};
  return fc
    .record({ kind: fc.constant(kind), ...fields, ...not })
    .map((value) => constraintSchema.parse(value));
});
const groups = promises
  .map((_, index) => promises.slice(index, index + KINDS_A_TEXT))
  .filter((group, index) => index % KINDS_A_TEXT === 0 && group.length > 0)
  .map((group) => fc.tuple(...group));

/** Texts of each shape, at least. */
const ENOUGH = 25;
/** What the texts must have among them for the test to mean anything. */
const SHAPES: Readonly<Record<string, (text: string) => boolean>> = {
  "another script": (text) =>
    /[\p{Script=Arabic}\p{Script=Han}\p{Script=Devanagari}\p{Script=Thai}]/u.test(text),
  "half of a character": (text) => !text.isWellFormed(),
  "Windows line ends": (text) => text.includes("\r\n"),
  "more than 20,000 characters": (text) => text.length > 20_000,
  nothing: (text) => text.trim() === "",
};

test("20,000 random texts: no check throws, each result is one of three, the evidence lies inside the text, loose is never harder than strict", () => {
  const seen = new Map<string, Set<string>>();
  const shapes = new Map<string, number>();
  let texts = 0;
  const holdOne = (constraint: Constraint, text: string) => {
    const { result, loose, found, asked, spans } = hold({ id: "check", constraint }, text);
    const results = seen.get(constraint.kind) ?? new Set();
    seen.set(constraint.kind, results.add(result));
    if (!["pass", "fail", "undecided"].includes(result)) throw new Error(`result ${result}`);
    if (result !== "fail" && loose !== result) throw new Error(`strictly ${result}, loosely ${loose}`);
    if (result === "fail" && loose === "undecided") throw new Error("undecided only when read loosely");
    if (found === "" && asked === "") throw new Error("nothing said");
    for (const [index, { start, end }] of spans.entries()) {
      const inside = Number.isInteger(start) && 0 <= start && start < end && end <= text.length;
      if (start < (spans[index - 1]?.start ?? 0)) throw new Error("evidence out of order");
      if (!inside) throw new Error(`evidence from ${start} to ${end} of ${text.length}`);
    }
  };
  fc.assert(
    fc.property(randomText, fc.oneof(...groups), (text, constraints) => {
      texts += 1;
      for (const [shape, is] of Object.entries(SHAPES))
        if (is(text)) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      for (const constraint of constraints) holdOne(constraint, text);
    }),
    { numRuns: TEXTS },
  );
  expect(texts).toBe(TEXTS);
  for (const shape of Object.keys(SHAPES))
    expect([shape, (shapes.get(shape) ?? 0) >= ENOUGH]).toEqual([shape, true]);
  expect([...seen.keys()].toSorted()).toEqual(Object.keys(CONSTRAINT_KINDS).toSorted());
  for (const [kind, results] of seen)
    if (kind !== "other") expect([kind, results.size]).not.toEqual([kind, 1]);
}, 60_000);
