import { z } from "zod";
import { comparisonSchema } from "#lib/comparison/schema.ts";
import type { TemplateCard } from "./template-search.ts";

/** In the order in which the page shows them. */
export const TEMPLATE_GROUPS = ["Support", "Writing", "Reading", "Data", "Teaching", "Work", "Code"] as const;

/** What `template.json` holds. */
export const templateSchema = z.strictObject({
  group: z.enum(TEMPLATE_GROUPS),
  /** When to take it and what it buys, in a sentence. */
  use: z.string().min(1).max(160),
  /** What people may search for that the title does not say. */
  keywords: z.array(z.string().min(1)).min(1),
  comparison: comparisonSchema,
});

/** A reusable prompt: variables with an example of each, and checks. */
export interface Template extends z.infer<typeof templateSchema> {
  slug: string;
  title: string;
}

export function cardOf({ slug, title, group, use, keywords, comparison }: Template): TemplateCard {
  const variables = new Set(comparison.cases.flatMap(({ values }) => Object.keys(values)));
  return { slug, title, group, use, keywords, variables: [...variables] };
}
