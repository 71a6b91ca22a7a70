import { z } from "zod";
import type { ProviderListing } from "#lib/providers/listing.ts";

const schema = z.object({
  providers: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      configured: z.boolean(),
      source: z.enum(["own", "server", "local", "none"]),
      problem: z.string().optional(),
      models: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          contextWindow: z.number().optional(),
          price: z.object({ inputUsdPerMillion: z.number(), outputUsdPerMillion: z.number() }).optional(),
          capabilities: z.object({
            params: z.array(z.enum(["maxTokens", "temperature", "topP", "seed", "stop", "reasoningEffort"])),
            reasoning: z.boolean(),
          }),
        }),
      ),
    }),
  ),
});

/** The answer of GET /api/models; null when it is not one. */
export function parseListings(json: unknown): readonly ProviderListing[] | null {
  const parsed = schema.safeParse(json);
  return parsed.success ? parsed.data.providers : null;
}
