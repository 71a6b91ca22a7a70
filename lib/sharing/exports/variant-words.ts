import type { Variant } from "#lib/comparison/schema.ts";
import { providerRow } from "#lib/providers/catalogue.ts";

const NAMES: Readonly<Record<keyof Variant["params"], string>> = {
  maxTokens: "max tokens",
  temperature: "temperature",
  topP: "top p",
  seed: "seed",
  stop: "stop at",
  reasoningEffort: "reasoning",
};

/** "OpenAI gpt-4.1-mini" and "temperature 0.7 · max tokens 400". */
export function variantWords({ model, params }: Variant): { model: string; settings: string } {
  const label = providerRow(model.provider)?.label ?? model.provider;
  const settings = Object.entries(NAMES).flatMap(([key, name]) => {
    const value = params[key as keyof Variant["params"]];
    if (value === undefined) return [];
    return `${name} ${Array.isArray(value) ? value.map((each) => JSON.stringify(each)).join(", ") : value}`;
  });
  return {
    model: model.provider === "demo" ? label : `${label} ${model.model}`,
    settings: settings.join(" · "),
  };
}
