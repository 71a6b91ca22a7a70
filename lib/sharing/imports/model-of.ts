import { fieldsOf, textOf } from "#lib/comparison/lenient.ts";
import type { Params, Variant } from "#lib/comparison/schema.ts";
import { paramsSchema } from "#lib/comparison/schema.ts";
import { providerRow } from "#lib/providers/catalogue.ts";
import type { Notes } from "./notes.ts";

type Model = Variant["model"];

export const DEMO_MODEL: Model = { provider: "demo", model: "demo" };

/** What other tools call a service, where that is not our id of it. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  google: "gemini",
  vertex: "gemini",
  palm: "gemini",
  azureopenai: "azure",
  togetherai: "together",
  lmstudio: "lm-studio",
  "fireworks-ai": "fireworks",
};
/** Words between the service and the model. */
const FORMS = /^(?:chat|messages|completion|responses|chatcompletion):/;

/** "openai:chat:gpt-4.1" as a model of a service we know; null for any other. */
export function modelOfId(id: string): Model | null {
  const [service = "", ...rest] = id.split(":");
  const provider = OTHER_NAMES[service] ?? service;
  if (provider === "echo") return DEMO_MODEL;
  const model = rest.join(":").replace(FORMS, "").slice(0, 200);
  return providerRow(provider) === undefined || model === "" ? null : { provider, model };
}

/** Names of the parameters in other tools' files, and ours. */
const PARAM_NAMES: Readonly<Record<string, keyof Params>> = {
  max_tokens: "maxTokens",
  max_completion_tokens: "maxTokens",
  max_completions_tokens: "maxTokens",
  max_output_tokens: "maxTokens",
  temperature: "temperature",
  top_p: "topP",
  seed: "seed",
  stop: "stop",
  stop_sequences: "stop",
  reasoning_effort: "reasoningEffort",
  effort: "reasoningEffort",
};

/** The parameters in a bag of settings; those that do not fit are noted, and so are the names in none of the lists. */
export function paramsOf(input: unknown, notes: Notes, ignored: readonly string[] = []): Params {
  const params: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fieldsOf(input))) {
    if (value === null || value === undefined || ignored.includes(name)) continue;
    const ours = Object.hasOwn(PARAM_NAMES, name) ? PARAM_NAMES[name] : undefined;
    const schema = ours === undefined ? undefined : paramsSchema.shape[ours];
    const fit = schema?.safeParse(ours === "stop" && typeof value === "string" ? [value] : value);
    if (ours !== undefined && fit?.success) params[ours] = fit.data;
    else notes.count({ one: "setting was left out", many: "settings were left out" }, textOf(name, 60));
  }
  return paramsSchema.safeParse(params).data ?? {};
}
