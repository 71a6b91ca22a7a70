import { expect, test } from "vitest";
import { takesResponseSchema } from "./structured-output.ts";

test.each<[string, string, boolean]>([
  ["openai", "gpt-4.1-mini", true],
  ["openai", "gpt-4o", true],
  ["openai", "gpt-4o-2024-05-13", false],
  ["openai", "gpt-4", false],
  ["openai", "gpt-4-turbo", false],
  ["openai", "gpt-3.5-turbo", false],
  ["openai", "o1-mini", false],
  ["openai", "o3", true],
  ["openai", "ft:gpt-4o:acme", true],
  ["azure", "gpt-35-turbo", false],
  ["azure", "gpt-5-mini", true],
  ["anthropic", "claude-sonnet-4-5", true],
  ["anthropic", "claude-opus-4-1-20250805", true],
  ["anthropic", "claude-sonnet-4-20250514", false],
  ["anthropic", "claude-3-7-sonnet-latest", false],
  ["anthropic", "claude-sonnet-5", true],
  ["gemini", "models/gemini-3.8-flash", true],
  ["mistral", "mistral-large-latest", true],
  ["groq", "openai/gpt-oss-120b", true],
  ["groq", "llama-3.3-70b-versatile", false],
  ["openrouter", "anthropic/claude-sonnet-5", true],
  ["openrouter", "meta-llama/llama-3.3-70b", false],
  ["deepseek", "deepseek-v4-pro", false],
  ["ollama", "llama3.2", true],
  ["custom", "anything", false],
  ["together", "meta-llama/Llama-3.3-70B-Instruct-Turbo", false],
  ["demo", "demo", false],
])("[IP7] %s %s takes a schema for its answer: %s", (provider, model, takes) => {
  expect(takesResponseSchema(provider, model)).toBe(takes);
});
