import { expect, test } from "vitest";
import { isPublicUrl, parseAddress } from "./address.ts";
import { isChatModel } from "./capabilities.ts";
import { PROVIDERS, providerRow, variableNames } from "./catalogue.ts";

test("every row is found by its id, and nothing else is", () => {
  for (const row of PROVIDERS) expect(providerRow(row.id)).toBe(row);
  expect(new Set(PROVIDERS.map(({ id }) => id)).size).toBe(PROVIDERS.length);
  for (const id of ["", "OpenAI", "__proto__", "constructor"]) expect(providerRow(id)).toBeUndefined();
});

test("the services of this release are there", () => {
  expect(PROVIDERS.map(({ id }) => id)).toEqual([
    "demo",
    "openai",
    "anthropic",
    "gemini",
    "mistral",
    "groq",
    "deepseek",
    "xai",
    "openrouter",
    "together",
    "fireworks",
    "azure",
    "ollama",
    "lm-studio",
    "llama-cpp",
    "vllm",
    "custom",
  ]);
});

test("services on the internet pass the endpoint guard without an allow-list", () => {
  for (const { id, baseUrl, local } of PROVIDERS) {
    if (baseUrl === null) continue;
    const url = parseAddress(baseUrl);
    expect(url !== null && isPublicUrl(url), id).toBe(local !== true);
  }
});

test("models offered without asking are chat models", () => {
  for (const { fallbackModels = [] } of PROVIDERS) expect(fallbackModels.every(isChatModel)).toBe(true);
});

test.each([
  ["openai", "OPENAI_API_KEY", "OPENAI_BASE_URL"],
  ["lm-studio", "LM_STUDIO_API_KEY", "LM_STUDIO_BASE_URL"],
  ["ollama", "OLLAMA_API_KEY", "OLLAMA_HOST"],
])("%s is configured by %s and %s", (id, apiKey, baseUrl) => {
  const row = providerRow(id);
  expect(row && variableNames(row)).toEqual({ apiKey, baseUrl });
});
