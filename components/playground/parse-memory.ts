import { z } from "zod";
import { comparisonSchema } from "#lib/comparison/schema.ts";
import type { RunMemory } from "./run-memory.ts";

const keySchema = z.object({ variant: z.string(), case: z.string(), sample: z.int() });

const memorySchema = z.object({
  comparison: comparisonSchema,
  promised: z.string().optional(),
  runs: z.array(z.object({ id: z.string(), only: z.array(keySchema).nullable() })).min(1),
});

export function parseMemory(value: unknown): RunMemory | null {
  const parsed = memorySchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
