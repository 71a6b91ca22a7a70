import { z } from "zod";
import { wellFormed } from "#lib/base/well-formed.ts";
import { paramsSchema, slugSchema, variantSchema } from "#lib/comparison/schema.ts";

/** Calls of one request. */
export const MAX_JUDGE_CALLS = 100;
/** Pairs of one request: those that take no call have a bound of their own. */
export const MAX_JUDGE_PAIRS = 100;
/** All texts and criteria of one request together, bytes of UTF-8. */
export const JUDGED_BYTES = 200 * 1024;
const CRITERION_CHARS = 2_000;

const criterionSchema = z.strictObject({
  id: slugSchema,
  text: z.string().max(CRITERION_CHARS).regex(/\S/, "say what to judge by").transform(wellFormed),
});

/** Two outputs for the same case. Only their texts are ever shown to the judge. */
const pairSchema = z.strictObject({
  id: slugSchema,
  a: z.string().transform(wellFormed),
  b: z.string().transform(wellFormed),
});

/** Body of POST /api/judgements. Strict: an address, a header or a key has no place in it and is refused. */
export const judgeRequestSchema = z.strictObject({
  judge: variantSchema.shape.model,
  mode: z.enum(["pairwise", "rubric"]),
  criteria: z.array(criterionSchema).min(1).max(20),
  pairs: z.array(pairSchema).min(1).max(MAX_JUDGE_PAIRS),
  /** Sent to the judge as they are. Without maxTokens the answer is bounded by us. */
  params: paramsSchema.default({}),
});

export type JudgeRequest = z.infer<typeof judgeRequestSchema>;
export type Criterion = JudgeRequest["criteria"][number];
export type Pair = JudgeRequest["pairs"][number];
