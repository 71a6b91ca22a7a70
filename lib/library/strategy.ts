import { z } from "zod";
import { comparisonSchema } from "#lib/comparison/schema.ts";

/** What `strategy.json` holds: one way of prompting, and when it is worth its tokens. */
export const strategySchema = z.strictObject({
  idea: z.string().min(1),
  helps: z.array(z.string().min(1)).min(1),
  helpsNot: z.array(z.string().min(1)).min(1),
  /** What it costs in tokens. */
  costs: z.string().min(1),
  source: z.strictObject({ label: z.string().min(1), url: z.url({ protocol: /^https$/ }) }),
  comparison: comparisonSchema,
});

export interface Strategy extends z.infer<typeof strategySchema> {
  slug: string;
  title: string;
  /** From the number of the folder. */
  order: number;
}
