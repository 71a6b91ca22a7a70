import { z } from "zod";
import {
  MAX_CALLS,
  MAX_CASES,
  MAX_CHECKS,
  MAX_SAMPLES,
  MAX_VARIANTS,
  TITLE_CHARS,
} from "#lib/base/limits.ts";
import { answerRuleSchema } from "#lib/comparison/answer-rule.ts";
import { caseSchema, checkSchema, offSchema, slugSchema, variantSchema } from "#lib/comparison/schema.ts";

/** Names cells of a run to make again, such as one sample that failed. */
const sampleKeySchema = z.strictObject({
  variant: slugSchema,
  case: slugSchema,
  sample: z.int().min(0).max(10_000),
});

/** Body of POST /api/runs. Strict: an address, a header or a key has no place in it and is refused. */
export const runRequestSchema = z.strictObject({
  variants: z.array(variantSchema).min(1).max(MAX_VARIANTS),
  cases: z.array(caseSchema).max(MAX_CASES).default([]),
  samples: z.int().min(1).max(MAX_SAMPLES).default(1),
  checks: z.array(checkSchema).max(MAX_CHECKS).default([]),
  /** Ids of checks that are switched off, derived ones too; kept with the run, so that it opens as it was. */
  off: offSchema.optional(),
  /** How the final answer is read; kept with the run as well. */
  answer: answerRuleSchema.optional(),
  /** Run only these cells, within the same comparison. */
  only: z.array(sampleKeySchema).min(1).max(MAX_CALLS).optional(),
  /** What the history calls it; without one, the first words of its prompt. */
  title: z.string().max(TITLE_CHARS).optional(),
  /** Days until the run is forgotten; 0 = it is never written to storage, null = never forgotten. */
  keepDays: z.int().min(0).max(3_650).nullable().optional().describe("90 when it is left out"),
  /**
   * An earlier run of the same variants, cases and checks: what this request makes is added to it. Without
   * `only`, that is every cell of the request that has no answer there yet.
   */
  continues: z.string().min(1).max(64).optional(),
});

export type RunRequest = z.infer<typeof runRequestSchema>;
