import { expect, test } from "vitest";
import { holdAll } from "#lib/checks/hold.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { compile } from "#lib/prompt/compile.ts";
import type { Lesson } from "./lesson.ts";
import { lessonBySlug, loadLessons } from "./library.server.ts";

function failed(comparison: Comparison, text: string, hard: boolean): string[] {
  const checks = allChecks(comparison).filter((check) => check.hard === hard);
  return holdAll(checks, text).flatMap(({ id, result }) => (result === "fail" ? [id] : []));
}

function texts(lesson: Lesson, variant: string): string[] {
  return lesson.answers.get(variant)?.map(({ text }) => text) ?? [];
}

const LESSONS = loadLessons().map((lesson) => [lesson.slug, lesson] as const);

test.each(LESSONS)(
  "lesson %s: every bundled answer breaks the hard checks it says, and no other",
  (_, lesson) => {
    for (const answers of lesson.answers.values()) {
      for (const { text, breaks } of answers) {
        expect(failed(lesson.comparison, text, true).toSorted(), text).toEqual(breaks.toSorted());
      }
    }
  },
);

test.each(LESSONS)(
  "lesson %s: each before answer breaks the contract, the after answers keep nine tenths of it",
  (_, lesson) => {
    const [before, after] = lesson.comparison.variants;
    for (const text of texts(lesson, before?.id ?? "")) {
      expect(failed(lesson.comparison, text, true).length, text).toBeGreaterThan(0);
    }
    const hard = allChecks(lesson.comparison).filter((check) => check.hard).length;
    const kept = texts(lesson, after?.id ?? "").map(
      (text) => hard - failed(lesson.comparison, text, true).length,
    );
    const share = kept.reduce((sum, each) => sum + each, 0) / (kept.length * hard);
    expect(share).toBeGreaterThanOrEqual(0.9);
    expect(share).toBeLessThan(1);
  },
);

test.each(LESSONS)("lesson %s: all its prompts are complete and in English letters", (_, { comparison }) => {
  for (const { prompt } of comparison.variants) {
    const { messages, missing } = compile(prompt, comparison.cases[0]?.values);
    expect(missing).toEqual([]);
    expect(messages.length).toBeGreaterThan(0);
  }
});

test("the poem's after prompt reads as one clear instruction", () => {
  const lesson = lessonBySlug("poem");
  const prompt = lesson?.comparison.variants[1]?.prompt;
  expect(prompt && compile(prompt).messages).toEqual([
    {
      role: "user",
      content: [
        "You are an expert nature poet inspired by Rabindranath Tagore.",
        "Write a poem about the sunrise on a calm lake. Focus on the reflection of the light.",
        "Follow these rules:\n- Write exactly 4 lines.\n- Do not add a title.\n- Include the word “lake”.",
        "Keep the tone joyful and healing.\nStart with exactly this line: “A golden light first kisses the water.”\nEnd with the feeling of hope.",
      ].join("\n\n"),
    },
  ]);
});

test("the poem shows what its text says: one comma, one hope without the word, lengths that vary before", () => {
  const lesson = lessonBySlug("poem");
  if (lesson === undefined) throw new Error("no poem");
  const after = texts(lesson, "after");
  expect(after.map((text) => text.split("\n")[0]?.at(-1))).toEqual([".", ".", ",", ".", "."]);
  expect(after.filter((text) => failed(lesson.comparison, text, false).includes("hope"))).toHaveLength(1);
  expect(after.every((text) => text.split("\n").length === 4)).toBe(true);
  const lengths = texts(lesson, "before").map(
    (text) => text.split("\n").filter((line) => line !== "").length,
  );
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(8);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(20);
  expect(new Set(lengths).size).toBe(5);
});
