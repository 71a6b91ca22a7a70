import { allChecks } from "#lib/comparison/derive.ts";
import { decidingChecks } from "#lib/comparison/verdict-input.ts";
import type { Lesson } from "./lesson.ts";

/** One bundled answer and how many of the lesson's hard checks it keeps. */
export interface ExampleAnswer {
  label: string;
  /** Before or After; null for a variant beside the pair. */
  side: 0 | 1 | null;
  text: string;
  kept: number;
  of: number;
}

export interface Example {
  slug: string;
  title: string;
  /** What the answers are, for a person. */
  answersLabel: string;
  /** Two of them, the first bundled answer of each. */
  answers: readonly ExampleAnswer[];
}

/** Which two variants of a lesson are shown, by their ids, and in which case; the pair in its first case when absent. */
export interface ExampleChoice {
  variants?: readonly [string, string];
  case?: string;
}

const SIDES = [
  { side: 0, label: "Before" },
  { side: 1, label: "After" },
] as const;

/** The first bundled answer of two variants of a lesson, with its score. Throws an Error when a variant has none. */
export function exampleOf(lesson: Lesson, choice: ExampleChoice = {}): Example {
  const of = decidingChecks(allChecks(lesson.comparison)).length;
  const ids = choice.variants ?? lesson.comparison.variants.slice(0, 2).map(({ id }) => id);
  return {
    slug: lesson.slug,
    title: lesson.title,
    answersLabel: lesson.answersLabel,
    answers: ids.map((id) => answerOf(lesson, id, choice.case, of)),
  };
}

function answerOf(
  { comparison, answers }: Lesson,
  id: string,
  caseId: string | undefined,
  of: number,
): ExampleAnswer {
  const index = comparison.variants.findIndex((variant) => variant.id === id);
  const found = answers.get(id)?.find((answer) => caseId === undefined || answer.case === caseId);
  if (found === undefined) throw new Error(`no answer of "${id}" for the case "${caseId ?? "first"}"`);
  const own = comparison.variants[index]?.label ?? id;
  const side = SIDES[index];
  const label = side === undefined ? own : side.label === own ? own : `${side.label}: ${own}`;
  return { label, side: side?.side ?? null, text: found.text, kept: of - found.breaks.length, of };
}
