import { z } from "zod";
import { paramsSchema, variantSchema } from "#lib/comparison/schema.ts";
import { promptSchema } from "#lib/prompt/schema.ts";

/** The longest prompt that is improved, characters: the answer repeats what the task works on. */
export const IMPROVED_CHARS = 60_000;

/** Body of POST /api/improvements. Strict: an address, a header or a key has no place in it and is refused. */
export const improveRequestSchema = z.strictObject({
  /** As it stands; variables stay `{{name}}`. */
  prompt: promptSchema,
  model: variantSchema.shape.model,
  /** Sent as they are. Without maxTokens the answer is bounded by us. */
  params: paramsSchema.default({}),
});

export type ImproveRequest = z.infer<typeof improveRequestSchema>;
