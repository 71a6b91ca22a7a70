import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { defaultComparison, lessonBySlug, loadLessons, readLessons } from "./library.server.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lessons-"));
  cpSync("prompts/lessons/01-poem", join(folder, "01-poem"), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, "01-poem", file);
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

test("the bundled lessons load, in order, and the poem opens the playground", () => {
  const lessons = loadLessons();
  expect(lessons.map((lesson) => lesson.order)).toEqual(
    lessons.map((lesson) => lesson.order).toSorted((a, b) => a - b),
  );
  expect(lessons[0]?.slug).toBe("poem");
  expect(lessonBySlug("poem")).toBe(lessons[0]);
  expect(lessonBySlug("no-such-lesson")).toBeUndefined();
  expect(defaultComparison()).toEqual(lessons[0]?.comparison);
});

test("changing the comparison that was handed out changes nobody else's", () => {
  defaultComparison().variants.pop();
  expect(defaultComparison().variants).toHaveLength(2);
});

test("lessons come in the order of their folders' numbers, not of their names", () => {
  cpSync(join(folder, "01-poem"), join(folder, "10-tenth"), { recursive: true });
  cpSync(join(folder, "01-poem"), join(folder, "2-second"), { recursive: true });
  expect(readLessons(folder).map((lesson) => lesson.slug)).toEqual(["poem", "second", "tenth"]);
});

test("two lessons with the same slug or the same number are refused", () => {
  cpSync(join(folder, "01-poem"), join(folder, "02-poem"), { recursive: true });
  expect(() => readLessons(folder)).toThrow("same slug");
  rmSync(join(folder, "02-poem"), { recursive: true });
  cpSync(join(folder, "01-poem"), join(folder, "1-other"), { recursive: true });
  expect(() => readLessons(folder)).toThrow("same order");
});

test("a folder that is not NN-slug is refused by name", () => {
  cpSync(join(folder, "01-poem"), join(folder, "poem"), { recursive: true });
  expect(() => readLessons(folder)).toThrow("lesson poem: the folder's name is not NN-slug");
});

test("an unknown key in a comparison is refused, with the lesson's name", () => {
  edit("comparison.json", (text) => text.replace('"note"', '"nte"'));
  expect(() => readLessons(folder)).toThrow(/lesson 01-poem: .*nte/s);
});

test("before and after must differ", () => {
  edit("comparison.json", (text) => {
    const comparison = JSON.parse(text);
    comparison.variants[1].prompt = comparison.variants[0].prompt;
    return JSON.stringify(comparison);
  });
  expect(() => readLessons(folder)).toThrow("before and after are the same prompt");
});

test("every variant needs answers, at least five, all different, and only variants have some", () => {
  const answers = readFileSync(join(folder, "01-poem", "answers.json"), "utf8");
  const withAnswers = (change: (bySide: Record<string, unknown[]>) => void) => {
    const file = JSON.parse(answers);
    change(file.answers);
    writeFileSync(join(folder, "01-poem", "answers.json"), JSON.stringify(file));
    return () => readLessons(folder);
  };
  expect(withAnswers((bySide) => delete bySide.after)).toThrow('no answers for the variant "after"');
  expect(withAnswers((bySide) => bySide.after?.pop())).toThrow("after");
  expect(withAnswers((bySide) => bySide.after?.splice(1, 1, bySide.after[0]))).toThrow("are the same");
  expect(withAnswers((bySide) => Object.assign(bySide, { third: bySide.after }))).toThrow('"third"');
});

test("a lesson without its text is refused", () => {
  edit("lesson.md", (text) => text.replace("## Try it", "## Something else"));
  expect(() => readLessons(folder)).toThrow('lesson 01-poem: the section "## Try it" is missing or empty');
});
