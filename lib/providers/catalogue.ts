import type { ProviderRow } from "./types.ts";

/**
 * Every service the app can call. A provider is a row: an OpenAI-compatible service is added here and
 * nowhere else. Facts about its wire (`maxTokensField`, `streamUsage`) and its bill are data too.
 */
export const PROVIDERS: readonly ProviderRow[] = [
  {
    id: "demo",
    label: "Demo (no key)",
    protocol: "demo",
    baseUrl: null,
    auth: "none",
    pricesId: null,
    fallbackModels: ["demo"],
    cancelStopsBilling: true,
  },
  {
    id: "openai",
    label: "OpenAI",
    protocol: "openai-chat",
    baseUrl: "https://api.openai.com/v1",
    auth: "key",
    keyPage: "https://platform.openai.com/api-keys",
    fallbackModels: ["gpt-6-sol", "gpt-6-luna", "gpt-5.4-mini", "gpt-4.1-mini"],
    maxTokensField: "max_completion_tokens",
    streamUsage: true,
    cancelStopsBilling: true,
  },
  {
    id: "anthropic",
    label: "Anthropic",
    protocol: "anthropic-messages",
    // The SDK adds /v1 by itself.
    baseUrl: "https://api.anthropic.com",
    auth: "key",
    keyPage: "https://platform.claude.com/settings/keys",
    fallbackModels: ["claude-opus-5-5", "claude-sonnet-5", "claude-haiku-4-5"],
    cancelStopsBilling: true,
  },
  {
    id: "gemini",
    label: "Google Gemini",
    protocol: "openai-chat",
    baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai",
    auth: "key",
    pricesId: "google",
    keyPage: "https://aistudio.google.com/apikey",
    fallbackModels: ["gemini-3.8-flash", "gemini-3.5-flash-lite", "gemini-2.5-pro"],
    streamUsage: true,
    cancelStopsBilling: false,
  },
  {
    id: "mistral",
    label: "Mistral",
    protocol: "openai-chat",
    baseUrl: "https://api.mistral.ai/v1",
    auth: "key",
    keyPage: "https://console.mistral.ai/api-keys",
    fallbackModels: ["mistral-large-latest", "mistral-medium-latest", "mistral-small-latest"],
    // Sends usage unasked, and answers 422 to `stream_options`.
    streamUsage: false,
    cancelStopsBilling: false,
  },
  {
    id: "groq",
    label: "Groq",
    protocol: "openai-chat",
    baseUrl: "https://api.groq.com/openai/v1",
    auth: "key",
    keyPage: "https://console.groq.com/keys",
    fallbackModels: ["openai/gpt-oss-120b", "openai/gpt-oss-20b", "llama-3.3-70b-versatile"],
    maxTokensField: "max_completion_tokens",
    streamUsage: true,
    cancelStopsBilling: false,
  },
  {
    id: "deepseek",
    label: "DeepSeek",
    protocol: "openai-chat",
    baseUrl: "https://api.deepseek.com/v1",
    auth: "key",
    keyPage: "https://platform.deepseek.com/api_keys",
    fallbackModels: ["deepseek-v4-pro", "deepseek-v4-flash"],
    streamUsage: true,
    cancelStopsBilling: true,
  },
  {
    id: "xai",
    label: "xAI",
    protocol: "openai-chat",
    baseUrl: "https://api.x.ai/v1",
    auth: "key",
    pricesId: "x-ai",
    keyPage: "https://console.x.ai",
    fallbackModels: ["grok-4.6", "grok-4.3"],
    streamUsage: true,
    cancelStopsBilling: true,
  },
  {
    id: "openrouter",
    label: "OpenRouter",
    protocol: "openai-chat",
    baseUrl: "https://openrouter.ai/api/v1",
    auth: "key",
    keyPage: "https://openrouter.ai/settings/keys",
    fallbackModels: ["anthropic/claude-sonnet-5", "openai/gpt-5.4-mini"],
    streamUsage: true,
    // Depends on the service behind it.
    cancelStopsBilling: false,
  },
  {
    id: "together",
    label: "Together AI",
    protocol: "openai-chat",
    baseUrl: "https://api.together.xyz/v1",
    auth: "key",
    keyPage: "https://api.together.ai/settings/api-keys",
    fallbackModels: ["meta-llama/Llama-3.3-70B-Instruct-Turbo"],
    cancelStopsBilling: true,
  },
  {
    id: "fireworks",
    label: "Fireworks AI",
    protocol: "openai-chat",
    baseUrl: "https://api.fireworks.ai/inference/v1",
    auth: "key",
    keyPage: "https://app.fireworks.ai/settings/users/api-keys",
    fallbackModels: ["accounts/fireworks/models/gpt-oss-120b", "accounts/fireworks/models/deepseek-v4-pro"],
    cancelStopsBilling: true,
  },
  {
    id: "azure",
    label: "Azure OpenAI",
    protocol: "openai-chat",
    // Given by the person: https://NAME.openai.azure.com/openai/v1
    baseUrl: null,
    auth: "key",
    keyPage: "https://ai.azure.com",
    maxTokensField: "max_completion_tokens",
    streamUsage: true,
    cancelStopsBilling: true,
  },
  {
    id: "ollama",
    label: "Ollama",
    protocol: "openai-chat",
    baseUrl: "http://127.0.0.1:11434/v1",
    baseUrlVariable: "OLLAMA_HOST",
    auth: "optional",
    local: true,
    pricesId: null,
    streamUsage: true,
    cancelStopsBilling: true,
  },
  {
    id: "lm-studio",
    label: "LM Studio",
    protocol: "openai-chat",
    baseUrl: "http://127.0.0.1:1234/v1",
    auth: "optional",
    local: true,
    pricesId: null,
    streamUsage: true,
    cancelStopsBilling: true,
  },
  {
    id: "llama-cpp",
    label: "llama.cpp",
    protocol: "openai-chat",
    baseUrl: "http://127.0.0.1:8080/v1",
    auth: "optional",
    local: true,
    pricesId: null,
    streamUsage: true,
    cancelStopsBilling: true,
  },
  {
    id: "vllm",
    label: "vLLM",
    protocol: "openai-chat",
    baseUrl: "http://127.0.0.1:8000/v1",
    auth: "optional",
    local: true,
    pricesId: null,
    streamUsage: true,
    cancelStopsBilling: true,
  },
  {
    id: "custom",
    label: "Custom (OpenAI-compatible)",
    protocol: "openai-chat",
    baseUrl: null,
    auth: "optional",
    pricesId: null,
    streamUsage: true,
    cancelStopsBilling: false,
  },
];

const ROWS: ReadonlyMap<string, ProviderRow> = new Map(PROVIDERS.map((row) => [row.id, row]));

/** The row with this id, or undefined. */
export function providerRow(id: string): ProviderRow | undefined {
  return ROWS.get(id);
}

/** Names of the environment variables that configure a row: `<ID>_API_KEY` and `<ID>_BASE_URL` unless it says otherwise. */
export function variableNames(row: ProviderRow): { apiKey: string; baseUrl: string } {
  const prefix = row.id.toUpperCase().replaceAll("-", "_");
  return {
    apiKey: row.keyVariable ?? `${prefix}_API_KEY`,
    baseUrl: row.baseUrlVariable ?? `${prefix}_BASE_URL`,
  };
}
