import { z } from "zod";
import { comparisonSchema } from "#lib/comparison/schema.ts";
import type { RunMemory } from "./run-memory.ts";

const keySchema = z.object({ variant: z.string(), case: z.string(), sample: z.int() });
const cellsSchema = z.array(keySchema).nullable();

const memorySchema = z.object({
  comparison: comparisonSchema,
  promised: z.string().optional(),
  runs: z.array(z.object({ id: z.string(), only: cellsSchema })),
  asked: z
    .object({
      comparison: comparisonSchema,
      promised: z.string().optional(),
      submission: z.object({ body: z.string(), idempotencyKey: z.string() }),
      only: cellsSchema,
      how: z.enum(["adds", "beside", "replaces"]),
      atMs: z.number(),
    })
    .optional(),
});

export function parseMemory(value: unknown): RunMemory | null {
  const parsed = memorySchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
