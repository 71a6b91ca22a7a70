import { z } from "zod";
import { failure } from "./classify.ts";
import type { ListedModel } from "./types.ts";

/** No provider has as many; what a hostile one sends beyond is not looked at. */
const MOST_MODELS = 2_000;
/** The longest id, and the longest label; a longer one is no name of a model. */
const LONGEST_NAME_CHARS = 200;

const label = z.string().trim().min(1).max(LONGEST_NAME_CHARS).optional().catch(undefined);
const tokens = z.number().int().positive().optional().catch(undefined);
const entry = z.object({
  id: z.string().min(1).max(LONGEST_NAME_CHARS),
  name: label,
  display_name: label,
  created: z.number().optional().catch(undefined),
  created_at: z.string().optional().catch(undefined),
  context_length: tokens,
  context_window: tokens,
  max_context_length: tokens,
  max_input_tokens: tokens,
});
const entries = z.custom<unknown[]>(Array.isArray);
const list = z.union([z.object({ data: entries }).transform(({ data }) => data), entries]);

/**
 * Reads the first 2,000 entries of a list of models leniently: those that cannot be used are left out.
 * Throws ProviderError not-an-api.
 */
export function parseModelList(body: unknown): ListedModel[] {
  const parsed = list.safeParse(body);
  if (!parsed.success) throw failure("not-an-api");
  return parsed.data.slice(0, MOST_MODELS).flatMap((item) => {
    const model = entry.safeParse(item);
    return model.success ? [toListed(model.data)] : [];
  });
}

function toListed(model: z.infer<typeof entry>): ListedModel {
  const shown = model.display_name ?? model.name;
  const contextWindow =
    model.context_length ?? model.context_window ?? model.max_context_length ?? model.max_input_tokens;
  const parsed = Date.parse(model.created_at ?? "");
  const created = model.created ?? (Number.isNaN(parsed) ? undefined : parsed / 1_000);
  return {
    id: model.id,
    ...(shown === undefined ? {} : { label: shown }),
    ...(contextWindow === undefined ? {} : { contextWindow }),
    ...(created === undefined ? {} : { created }),
  };
}
