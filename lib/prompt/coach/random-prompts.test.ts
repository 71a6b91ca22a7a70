import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_PARTS, type Prompt } from "../schema.ts";
import { applyFix, coach } from "./coach.ts";
import { textAt } from "./fields.ts";
import { COACH_RULES } from "./registry.ts";
import type { CoachRule } from "./types.ts";

/** What the rules look for, whole and in pieces, and what has broken text handling somewhere. */
const PIECES = [
  ...COACH_RULES.flatMap(({ example }) => [example.before, example.after]),
  ...COACH_RULES.flatMap(({ example }) => example.before.split(/(?<=[.!?:,])\s/)),
  ...'try to try to keep it|exactly 500 words|a few ideas|etc.|etc|[NAME]|[insert name]|{{name}}|!!!|!!|NEVER EVER|<text>|</text>|```|"""|“|”|---|Text:|Assistant:|Answer: {|- |1. |sk-abcD3fGh1jKlmN0pQrStUvWx|password: x9$$kk!|+49 170 9988776|a@b.cd|write an engaging post|Think step by step.|Be brief.|Remember to be brief.|I\'ll tip you $5.|Summarise these notes:|this text:|\u0000|\ud800|😀|e\u0301|İ|光|שלום|\n|\n\n|\r\n| |  |\t|.|?|,'.split(
    "|",
  ),
];

const randomText = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((all) => all.join("")),
  },
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((all) => all.join(" ")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 2, max: 16 }))
      .map(([piece, times]) => piece.repeat(times)),
  },
);

const randomPrompt: fc.Arbitrary<Prompt> = fc.oneof(
  fc.record({
    kind: fc.constant("text" as const),
    system: fc.option(randomText, { nil: undefined }),
    text: randomText,
  }),
  fc
    .record({
      role: randomText,
      task: randomText,
      audience: randomText,
      format: randomText,
      extra: randomText,
      opening: randomText,
      constraints: fc.array(fc.record({ kind: fc.constant("other" as const), text: randomText }), {
        maxLength: 3,
      }),
      examples: fc.array(fc.record({ input: randomText, output: randomText }), { maxLength: 4 }),
    })
    .map((parts) => ({ ...EMPTY_PARTS, ...parts })),
);

test("[CO11] 5,000 random prompts: nothing throws, every place lies in its text, a change stays where it says and its note goes", () => {
  let fixes = 0;
  fc.assert(
    fc.property(randomPrompt, (prompt) => {
      const notes = coach(prompt);
      const mended = new Set<CoachRule>();
      for (const note of notes) {
        const { place, start, end, words, fix } = note;
        if (place === null) {
          expect([start, end, words]).toEqual([0, 0, ""]);
          continue;
        }
        expect(textAt(prompt, place.path)).toBe(place.text);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(place.text.slice(start, end)).toBe(words);
        if (fix === undefined || mended.has(note.rule)) continue;
        mended.add(note.rule);
        fixes += 1;
        const changed = applyFix(prompt, note);
        expect(changed).not.toEqual(prompt);
        expect(applyFix(changed, note)).toBe(changed);
        // Put back by hand, the prompt is what it was: nothing else was touched.
        const now = textAt(changed, place.path) ?? "";
        expect(now).toBe(place.text.slice(0, start) + fix.replacement + place.text.slice(end));
        expect(
          applyFix(changed, {
            ...note,
            place: { ...place, text: now },
            end: start + fix.replacement.length,
            fix: { label: "", replacement: words },
          }),
        ).toEqual(prompt);
        const again = coach(changed).filter(
          (other) => other.rule === note.rule && other.place?.path === place.path,
        );
        if (notes.filter(({ rule }) => rule === note.rule).length >= 50) continue;
        const said = (all: typeof notes) => all.filter((each) => each.words.trim() === words.trim()).length;
        if (fix.replacement === "") expect(said(again)).toBeLessThan(said(notes));
        else
          expect(
            again.filter((other) => other.start < start + fix.replacement.length && other.end > start),
          ).toEqual([]);
      }
    }),
    { numRuns: 5_000, seed: 7 },
  );
  expect(fixes).toBeGreaterThan(1_000);
}, 120_000);

test("[CO11] very long and hostile texts come back", () => {
  for (const piece of [
    "<a>",
    "try to ",
    "[NAME",
    "a few ",
    "“",
    "NEVER ",
    "be very, ",
    "Q: a\n",
    "(((",
    "- x\n",
    "a@b.",
    "+1 22 ",
  ]) {
    const text = piece.repeat(200_000 / piece.length);
    expect(coach({ kind: "text", text }).length).toBeLessThanOrEqual(50 * COACH_RULES.length);
  }
});
