import type { Lesson } from "./lesson.ts";

interface Neighbour {
  slug: string;
  title: string;
}

/** Where a lesson stands among the others. */
export interface LessonPlace {
  slug: string;
  title: string;
  /** What the pair is, in one sentence. */
  note: string;
  /** Counts from 1. */
  number: number;
  count: number;
  previous: Neighbour | null;
  next: Neighbour | null;
}

/** The number of a lesson is its place in the list, whatever its folder is called. */
export function placeOf(lesson: Lesson, all: readonly Lesson[]): LessonPlace {
  const at = all.findIndex(({ slug }) => slug === lesson.slug);
  const neighbour = (index: number): Neighbour | null => {
    const found = all[index];
    return found === undefined ? null : { slug: found.slug, title: found.title };
  };
  return {
    slug: lesson.slug,
    title: lesson.title,
    note: lesson.comparison.note,
    number: at + 1,
    count: all.length,
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
  };
}
