import type { ModelRef } from "#lib/providers/types.ts";

/** "openai · gpt-4.1"; the demonstration is no model and has no provider. */
export function modelName({ provider, model }: ModelRef): string {
  return provider === "demo" ? "Demonstration, no model" : `${provider} · ${model}`;
}
