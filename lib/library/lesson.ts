import { z } from "zod";
import { OUTPUT_CHARS } from "#lib/base/limits.ts";
import { type Comparison, slugSchema } from "#lib/comparison/schema.ts";

/** The fewest bundled answers a side: below five, variety cannot be seen. */
const MIN_ANSWERS = 5;

const answerSchema = z.strictObject({
  /** One entry a line, so that a poem reads as one in the file. */
  text: z.array(z.string().max(OUTPUT_CHARS)).min(1),
  /** Ids of the hard checks that this answer fails; a test holds the claim against the text. */
  breaks: z.array(z.string()).default([]),
});

/** What `answers.json` holds: by variant id, the texts the demo replays. */
export const answersSchema = z.strictObject({
  /** What these texts are, for a person. */
  label: z.string().min(1),
  answers: z.record(slugSchema, z.array(answerSchema).min(MIN_ANSWERS)),
});

export interface BundledAnswer {
  text: string;
  breaks: string[];
}

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
  /** By variant id, every variant of the comparison. */
  answers: ReadonlyMap<string, readonly BundledAnswer[]>;
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
