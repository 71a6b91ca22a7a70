import { allChecks } from "#lib/comparison/derive.ts";
import { decidingChecks } from "#lib/comparison/verdict-input.ts";
import type { Lesson } from "./lesson.ts";

/** One bundled answer and how many of the lesson's hard checks it keeps. */
export interface ExampleAnswer {
  label: string;
  text: string;
  kept: number;
  of: number;
}

export interface Example {
  slug: string;
  title: string;
  /** Before and after, the first bundled answer of each. */
  answers: readonly ExampleAnswer[];
}

const SIDE_LABELS = ["Before", "After"];

/** The first bundled answer of both sides of a lesson, with its score. */
export function exampleOf(lesson: Lesson): Example {
  const of = decidingChecks(allChecks(lesson.comparison)).length;
  const answers = SIDE_LABELS.map((label, side) => answerOf(lesson, label, side, of));
  return { slug: lesson.slug, title: lesson.title, answers };
}

function answerOf({ comparison, answers }: Lesson, label: string, side: number, of: number): ExampleAnswer {
  const variant = comparison.variants[side];
  const [first] = (variant && answers.get(variant.id)) ?? [];
  return { label, text: first?.text ?? "", kept: of - (first?.breaks.length ?? 0), of };
}
