import type { ModelRef } from "#lib/providers/types.ts";

/** Who trained a model, told by its name: several services serve the same vendor's models. */
const FAMILIES: readonly (readonly [vendor: string, model: RegExp])[] = [
  ["openai", /^(?:gpt|chatgpt|o\d|codex)/],
  ["anthropic", /^claude/],
  ["google", /^(?:gemini|gemma)/],
  ["mistral", /^(?:mistral|ministral|magistral|codestral|devstral|pixtral|open-mi[sx]tral|mixtral)/],
  ["meta", /^(?:meta-)?llama/],
  ["alibaba", /^(?:qwen|qwq)/],
  ["deepseek", /^deepseek/],
  ["xai", /^grok/],
  ["cohere", /^(?:command|c4ai)/],
  ["microsoft", /^(?:phi|wizardlm)/],
  ["moonshot", /^(?:kimi|moonshot)/],
  ["zhipu", /^glm/],
  ["minimax", /^minimax/],
];

/** The vendor of a model: by family, else whoever serves it. */
export function vendorOf({ provider, model }: ModelRef): string {
  const name = model
    .slice(model.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(/^ft:/, "");
  return FAMILIES.find(([, family]) => family.test(name))?.[0] ?? provider;
}
