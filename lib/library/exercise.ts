import { z } from "zod";
import { OUTPUT_CHARS, PROMPT_CHARS } from "#lib/base/limits.ts";
import { type Check, type Comparison, checkSchema, SCHEMA_VERSION } from "#lib/comparison/schema.ts";
import { EMPTY_PARTS } from "#lib/prompt/schema.ts";
import { broken } from "./claims.ts";

const text = z.array(z.string().max(OUTPUT_CHARS)).min(1);

/** What `try.json` holds: where the person begins, what the answers are held against, and a text of each kind. */
export const exerciseSchema = z.strictObject({
  /** The prompt that is to be improved. */
  prompt: z.string().min(1).max(PROMPT_CHARS),
  checks: z.array(checkSchema).min(1),
  /** So many samples have to keep every rule; absent = all of them. */
  needed: z.int().min(1).optional(),
  /** An answer that keeps every hard check, one entry a line: the task can be done. */
  keeps: text,
  /** An answer that breaks at least one: the checks can tell. */
  breaks: text,
});

/** The task at the end of a lesson. */
export interface Exercise {
  prompt: string;
  checks: readonly Check[];
  needed?: number;
  keeps: string;
  breaks: string;
}

/** Throws an Error when its two sample answers are not what they are given as. */
export function readExercise(file: z.infer<typeof exerciseSchema>): Exercise {
  const exercise = { ...file, keeps: file.keeps.join("\n"), breaks: file.breaks.join("\n") };
  if (new Set(file.checks.map(({ id }) => id)).size < file.checks.length) {
    throw new Error("try.json: two checks share the same id");
  }
  const failed = broken(exercise.checks, exercise.keeps);
  if (failed.length > 0)
    throw new Error(`try.json: the answer that should keep the checks breaks ${failed.join(", ")}`);
  if (broken(exercise.checks, exercise.breaks).length === 0) {
    throw new Error("try.json: the answer that should break a check keeps them all");
  }
  return exercise;
}

/** The task as the playground opens it: the prompt on both sides, the second one in parts, ready to be improved. */
export function exerciseComparison(title: string, { prompt, checks }: Exercise): Comparison {
  const model = { provider: "demo", model: "demo" };
  return {
    version: SCHEMA_VERSION,
    title: `Try it: ${title}`,
    note: "",
    variants: [
      { id: "before", prompt: { kind: "text", text: prompt }, model, params: {} },
      { id: "after", prompt: { ...EMPTY_PARTS, task: prompt }, model, params: {} },
    ],
    cases: [],
    checks: [...checks],
    settings: { samples: 5 },
  };
}
