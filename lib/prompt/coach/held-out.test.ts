import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { promptSchema } from "../schema.ts";
import { coach } from "./coach.ts";
import heldOut from "./held-out.json" with { type: "json" };

/** A prompt and what a person said of each note that the coach made on it: docs/coach.md tells how. */
interface Judged {
  prompt: unknown;
  notes: { rule: string; words: string; right: boolean }[];
}

const MOST_WRONG = 0.05;
const SETS: Record<string, readonly Judged[]> = heldOut;
/** No rule was changed between writing this one and judging it. */
const UNTUNED = "the fourth set";

function firstSight(rows: readonly Judged[]): { notes: number; wrong: number } {
  const judged = rows.flatMap(({ notes }) => notes);
  return { notes: judged.length, wrong: judged.filter(({ right }) => !right).length };
}

test.each(Object.entries(SETS))(
  "[CO10] of the notes on %s now, at most one in twenty is wrong",
  (_, rows) => {
    const seen = rows.flatMap(({ prompt, notes }) =>
      coach(promptSchema.parse(prompt)).map(({ rule, words }) => {
        const about = words.trim().slice(0, 60);
        const judged = notes.find((note) => note.rule === rule.id && note.words === about);
        return { prompt: JSON.stringify(prompt).slice(0, 100), rule: rule.id, about, right: judged?.right };
      }),
    );
    expect(rows.length).toBeGreaterThanOrEqual(100);
    expect(seen.length).toBeGreaterThan(30);
    // A note that nobody has judged yet has to be read and judged, not counted as right.
    expect(seen.filter(({ right }) => right === undefined)).toEqual([]);
    expect(seen.filter(({ right }) => right === false).length / seen.length).toBeLessThanOrEqual(MOST_WRONG);
  },
);

test("[CO10] at first sight of the set that nothing was tuned on, at most one note in twenty was wrong", () => {
  const { notes, wrong } = firstSight(SETS[UNTUNED] ?? []);
  expect(notes).toBeGreaterThan(70);
  expect(wrong / notes).toBeLessThanOrEqual(MOST_WRONG);
});

test("[CO10] so it was at first sight of all sets together, and docs/coach.md gives the same counts", async () => {
  const sets = Object.values(SETS).map(firstSight);
  const all = {
    notes: sets.reduce((sum, { notes }) => sum + notes, 0),
    wrong: sets.reduce((sum, { wrong }) => sum + wrong, 0),
  };
  expect(all.wrong / all.notes).toBeLessThanOrEqual(MOST_WRONG);
  const page = await readFile("docs/coach.md", "utf8");
  for (const { notes, wrong } of [...sets, all]) expect(page).toContain(`${wrong} of ${notes}`);
});
