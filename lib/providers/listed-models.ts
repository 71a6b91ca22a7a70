import { z } from "zod";
import { failure } from "./classify.ts";
import type { ListedModel } from "./types.ts";

const tokens = z.number().int().positive().optional().catch(undefined);
const entry = z.object({
  id: z.string().min(1),
  name: z.string().optional().catch(undefined),
  display_name: z.string().optional().catch(undefined),
  created: z.number().optional().catch(undefined),
  created_at: z.string().optional().catch(undefined),
  context_length: tokens,
  context_window: tokens,
  max_context_length: tokens,
  max_input_tokens: tokens,
});
const list = z.union([
  z.object({ data: z.array(z.unknown()) }).transform(({ data }) => data),
  z.array(z.unknown()),
]);

/** Reads a list of models leniently: entries that cannot be used are left out. Throws ProviderError not-an-api. */
export function parseModelList(body: unknown): ListedModel[] {
  const parsed = list.safeParse(body);
  if (!parsed.success) throw failure("not-an-api");
  return parsed.data.flatMap((item) => {
    const model = entry.safeParse(item);
    return model.success ? [toListed(model.data)] : [];
  });
}

function toListed(model: z.infer<typeof entry>): ListedModel {
  const label = model.display_name ?? model.name;
  const contextWindow =
    model.context_length ?? model.context_window ?? model.max_context_length ?? model.max_input_tokens;
  const parsed = Date.parse(model.created_at ?? "");
  const created = model.created ?? (Number.isNaN(parsed) ? undefined : parsed / 1_000);
  return {
    id: model.id,
    ...(label === undefined ? {} : { label }),
    ...(contextWindow === undefined ? {} : { contextWindow }),
    ...(created === undefined ? {} : { created }),
  };
}
