import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Comparison, comparisonSchema } from "#lib/comparison/schema.ts";
import { answersSchema, expandAnswers } from "./answers.ts";
import { answersByPrompt } from "./bundled.ts";
import { holdClaims } from "./claims.ts";
import { exerciseSchema, readExercise } from "./exercise.ts";
import { type Lesson, parseLessonText } from "./lesson.ts";
import { brokenLinks, readLinks } from "./links.ts";

let loaded: readonly Lesson[] | null = null;

/** Every lesson in `prompts/lessons`, in order. Read once per process; throws on the first that is not valid. */
export function loadLessons(): readonly Lesson[] {
  loaded ??= readLessons(join(/* turbopackIgnore: true */ process.cwd(), "prompts", "lessons"));
  return loaded;
}

export function lessonBySlug(slug: string): Lesson | undefined {
  return loadLessons().find((lesson) => lesson.slug === slug);
}

/** What the playground opens with: the first lesson. */
export function defaultComparison(): Comparison {
  const first = loadLessons()[0];
  if (first === undefined) throw new Error("prompts/lessons holds no lesson");
  return structuredClone(first.comparison);
}

/**
 * Reads and validates a folder of lessons: the loader is the validator.
 * Throws an Error that names the lesson and what is wrong with it.
 */
export function readLessons(folder: string): Lesson[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const lessons = names.map((name) => {
    try {
      return readLesson(folder, name);
    } catch (error) {
      throw new Error(`lesson ${name}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });
  lessons.sort((a, b) => a.order - b.order);
  for (const key of ["slug", "order"] as const) {
    const seen = new Set(lessons.map((lesson) => lesson[key]));
    if (seen.size < lessons.length) throw new Error(`two lessons share the same ${key}`);
  }
  requireLinkedPages(lessons);
  answersByPrompt(lessons);
  return lessons;
}

function readLesson(folder: string, name: string): Lesson {
  const named = /^(\d+)-([a-z0-9-]+)$/.exec(name);
  if (named === null) throw new Error("the folder's name is not NN-slug");
  const [, order = "", slug = ""] = named;
  const read = (file: string) => readFileSync(join(folder, name, file), "utf8");
  const json = (file: string): unknown => JSON.parse(read(file));
  const comparison = comparisonSchema.parse(json("comparison.json"));
  requireDifferentSides(comparison);
  const { label, claims, answers: bundled } = answersSchema.parse(json("answers.json"));
  const answers = expandAnswers(comparison, bundled);
  holdClaims(comparison, answers, claims);
  const markdown = read("lesson.md");
  return {
    ...parseLessonText(markdown),
    slug,
    order: Number(order),
    comparison,
    answersLabel: label,
    answers,
    claims,
    exercise: readExercise(exerciseSchema.parse(json("try.json"))),
    links: readLinks(markdown),
  };
}

function requireDifferentSides({ variants: [before, after] }: Comparison): void {
  if (JSON.stringify(before?.prompt) === JSON.stringify(after?.prompt)) {
    throw new Error("before and after are the same prompt");
  }
}

function requireLinkedPages(lessons: readonly Lesson[]): void {
  const slugs = new Set(lessons.map(({ slug }) => slug));
  for (const { slug, links } of lessons) {
    const [nowhere] = brokenLinks(links, slugs);
    if (nowhere !== undefined) throw new Error(`lesson ${slug}: the link ${nowhere} leads nowhere`);
  }
}
