import type { Comparison } from "#lib/comparison/schema.ts";
import type { BundledAnswers, Claims } from "./answers.ts";
import type { Exercise } from "./exercise.ts";
import type { LessonLink } from "./links.ts";

/** The four parts of `lesson.md`, as Markdown without their headings. */
interface LessonText {
  title: string;
  goal: string;
  lookFor: string;
  task: string;
  further: string;
}

export interface Lesson extends LessonText {
  slug: string;
  /** Place in the list, from the number of the folder: `01-poem` is 1. */
  order: number;
  comparison: Comparison;
  answersLabel: string;
  answers: BundledAnswers;
  /** What the lesson says of its answers; the loader has held it. */
  claims: Claims;
  /** The task of "Try it", with checks of its own. */
  exercise: Exercise;
  /** Every link of the text, in its order. */
  links: readonly LessonLink[];
}

const SECTIONS = {
  goal: "Goal",
  lookFor: "What to look for",
  task: "Try it",
  further: "Go further",
} as const;

/**
 * Splits `lesson.md` into its title and its four sections.
 * Throws an Error naming the heading that is missing or empty.
 */
export function parseLessonText(markdown: string): LessonText {
  const [head = "", ...chunks] = markdown.replaceAll("\r\n", "\n").split(/^## /m);
  const title = /^# (.+)$/m.exec(head)?.[1]?.trim();
  if (title === undefined) throw new Error('the line "# Title" is missing');
  const bodies = new Map(
    chunks.map((chunk) => {
      const [heading = "", ...lines] = chunk.split("\n");
      return [heading.trim(), lines.join("\n").trim()] as const;
    }),
  );
  const section = (heading: string) => {
    const body = bodies.get(heading);
    if (body === undefined || body === "") throw new Error(`the section "## ${heading}" is missing or empty`);
    return body;
  };
  return {
    title,
    goal: section(SECTIONS.goal),
    lookFor: section(SECTIONS.lookFor),
    task: section(SECTIONS.task),
    further: section(SECTIONS.further),
  };
}
