import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Comparison, comparisonSchema } from "#lib/comparison/schema.ts";
import { answersSchema, type BundledAnswer, type Lesson, parseLessonText } from "./lesson.ts";

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
  return lessons;
}

function readLesson(folder: string, name: string): Lesson {
  const named = /^(\d+)-([a-z0-9-]+)$/.exec(name);
  if (named === null) throw new Error("the folder's name is not NN-slug");
  const [, order = "", slug = ""] = named;
  const read = (file: string) => readFileSync(join(folder, name, file), "utf8");
  const comparison = comparisonSchema.parse(JSON.parse(read("comparison.json")));
  const bundled = answersSchema.parse(JSON.parse(read("answers.json")));

  const [before, after] = comparison.variants;
  if (JSON.stringify(before?.prompt) === JSON.stringify(after?.prompt)) {
    throw new Error("before and after are the same prompt");
  }
  const variantIds = new Set(comparison.variants.map((variant) => variant.id));
  const stranger = Object.keys(bundled.answers).find((id) => !variantIds.has(id));
  if (stranger !== undefined) throw new Error(`answers for "${stranger}", which is no variant`);

  const answers = new Map<string, BundledAnswer[]>();
  for (const id of variantIds) {
    const texts = bundled.answers[id]?.map(({ text, breaks }) => ({ text: text.join("\n"), breaks }));
    if (texts === undefined) throw new Error(`no answers for the variant "${id}"`);
    if (new Set(texts.map(({ text }) => text)).size < texts.length) {
      throw new Error(`two answers for "${id}" are the same`);
    }
    answers.set(id, texts);
  }
  return {
    ...parseLessonText(read("lesson.md")),
    slug,
    order: Number(order),
    comparison,
    answersLabel: bundled.label,
    answers,
  };
}
