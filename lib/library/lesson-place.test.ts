import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answersByPrompt, messagesKey } from "./bundled.ts";
import { placeOf } from "./lesson-place.ts";
import { loadLessons, readLessons } from "./library.server.ts";

test("[LS1] a copied folder under a new name is a lesson of its own, with its place, answers and task", () => {
  const folder = mkdtempSync(join(tmpdir(), "lessons-"));
  try {
    cpSync("prompts/lessons", folder, { recursive: true });
    cpSync("prompts/lessons/01-poem", join(folder, "17-our-shop"), { recursive: true });
    const lessons = readLessons(folder);
    expect(lessons).toHaveLength(loadLessons().length + 1);
    const added = lessons.at(-1);
    const poem = lessons[0];
    if (added === undefined || poem === undefined) throw new Error("no lessons");
    expect(placeOf(added, lessons)).toMatchObject({ slug: "our-shop", number: 17, count: 17, next: null });
    expect(placeOf(lessons[15] ?? added, lessons).next?.slug).toBe("our-shop");
    expect({ ...added, slug: "poem", order: 1 }).toEqual(poem);
    expect(answersByPrompt(lessons).size).toBe(answersByPrompt(loadLessons()).size);
    expect(
      answersByPrompt(lessons).has(messagesKey([{ role: "user", content: "Generate a poem about nature." }])),
    ).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("[LS9] every lesson knows its neighbours; the first has none before it, the last none after", () => {
  const lessons = loadLessons();
  const places = lessons.map((lesson) => placeOf(lesson, lessons));
  expect(places[0]?.previous).toBeNull();
  expect(places.at(-1)?.next).toBeNull();
  expect(places.slice(1).map(({ previous }) => previous?.slug)).toEqual(
    lessons.slice(0, -1).map(({ slug }) => slug),
  );
  expect(places.slice(0, -1).map(({ next }) => next?.title)).toEqual(
    lessons.slice(1).map(({ title }) => title),
  );
});
