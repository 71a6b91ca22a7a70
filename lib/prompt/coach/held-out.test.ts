import { expect, test } from "vitest";
import { promptSchema } from "../schema.ts";
import { coach } from "./coach.ts";
import heldOut from "./held-out.json" with { type: "json" };

/** What a person said of each note: docs/coach.md tells how the set was made. */
interface Judged {
  prompt: unknown;
  notes: { rule: string; words: string; right: boolean }[];
}

const MOST_WRONG = 0.05;
const SETS: Record<string, readonly Judged[]> = heldOut;

test.each(Object.entries(SETS))("[CO10] of the notes on %s, at most one in twenty is wrong", (_, rows) => {
  const seen = rows.flatMap(({ prompt, notes }) =>
    coach(promptSchema.parse(prompt)).map(({ rule, words }) => {
      const about = words.trim().slice(0, 60);
      const judged = notes.find((note) => note.rule === rule.id && note.words === about);
      return { prompt: JSON.stringify(prompt).slice(0, 100), rule: rule.id, about, right: judged?.right };
    }),
  );
  expect(rows.length).toBeGreaterThanOrEqual(100);
  expect(seen.length).toBeGreaterThan(40);
  // A note that nobody has judged yet has to be read and judged, not counted as right.
  expect(seen.filter(({ right }) => right === undefined)).toEqual([]);
  expect(seen.filter(({ right }) => right === false).length / seen.length).toBeLessThanOrEqual(MOST_WRONG);
});

test.each(Object.entries(SETS))(
  "[CO10] at first sight of %s, at most one note in twenty was wrong",
  (_, rows) => {
    const judged = rows.flatMap(({ notes }) => notes);
    expect(judged.filter(({ right }) => !right).length / judged.length).toBeLessThanOrEqual(MOST_WRONG);
  },
);
