import { expect, test } from "vitest";
import { capabilitiesOf, isChatModel } from "./capabilities.ts";
import type { ParamName } from "./types.ts";

const GENEROUS: ParamName[] = ["maxTokens", "temperature", "topP", "stop", "seed"];

test.each<[string, string, ParamName[], "reasons" | "answers"]>([
  ["openai", "gpt-4.1-mini", GENEROUS, "answers"],
  ["azure", "gpt-35-turbo", GENEROUS, "answers"],
  ["openai", "ft:gpt-4o:acme", GENEROUS, "answers"],
  ["openai", "gpt-5-mini", ["maxTokens", "seed", "reasoningEffort"], "reasons"],
  ["openai", "gpt-6-sol", ["maxTokens", "seed", "reasoningEffort"], "reasons"],
  ["openai", "o3-mini", ["maxTokens", "seed", "reasoningEffort"], "reasons"],
  ["openai", "gpt-5-chat-latest", GENEROUS, "answers"],
  ["anthropic", "claude-3-7-sonnet-latest", ["maxTokens", "temperature", "topP", "stop"], "answers"],
  ["anthropic", "claude-haiku-4-5-20251001", ["maxTokens", "temperature", "stop"], "answers"],
  ["anthropic", "claude-sonnet-4-6", ["maxTokens", "temperature", "stop"], "answers"],
  ["anthropic", "claude-opus-4-7", ["maxTokens", "stop", "reasoningEffort"], "reasons"],
  ["anthropic", "claude-sonnet-5", ["maxTokens", "stop", "reasoningEffort"], "reasons"],
  ["anthropic", "claude-something-of-next-year", ["maxTokens", "stop", "reasoningEffort"], "reasons"],
  ["openrouter", "anthropic/claude-opus-5", ["maxTokens", "stop", "reasoningEffort"], "reasons"],
  ["openrouter", "openai/gpt-5.4", ["maxTokens", "seed", "reasoningEffort"], "reasons"],
  ["gemini", "models/gemini-3.8-flash", [...GENEROUS, "reasoningEffort"], "reasons"],
  ["mistral", "mistral-large-latest", ["maxTokens", "temperature", "topP", "stop"], "answers"],
  ["xai", "grok-4-fast-non-reasoning", GENEROUS, "answers"],
  ["xai", "grok-4.6", ["maxTokens", "temperature", "topP", "seed", "reasoningEffort"], "reasons"],
  ["groq", "openai/gpt-oss-120b", [...GENEROUS, "reasoningEffort"], "reasons"],
  ["deepseek", "deepseek-reasoner", ["maxTokens", "stop"], "reasons"],
  ["ollama", "llama3.2:latest", GENEROUS, "answers"],
  ["ollama", "qwen3:8b", GENEROUS, "reasons"],
  ["custom", "a-model-nobody-knows", GENEROUS, "answers"],
  ["demo", "demo", [], "answers"],
])("[EP15] %s %s takes what its family takes", (provider, model, params, manner) => {
  expect(capabilitiesOf(provider, model)).toEqual({ params, reasoning: manner === "reasons" });
});

test("[EP15] models for something else than a chat leave the list", () => {
  for (const id of [
    "text-embedding-3-small",
    "models/gemini-embedding-001",
    "nomic-embed-text:latest",
    "whisper-1",
    "gpt-4o-mini-tts",
    "gpt-4o-transcribe",
    "dall-e-3",
    "gpt-image-1.5",
    "models/imagen-4.0-generate-001",
    "models/veo-3.1-generate-preview",
    "sora-2",
    "omni-moderation-latest",
    "gpt-realtime-mini",
    "gpt-audio",
    "davinci-002",
    "gpt-3.5-turbo-instruct",
    "o1-pro",
    "gpt-5.3-codex",
    "o3-deep-research",
    "meta-llama/llama-guard-4-12b",
    "mistral-ocr-latest",
    "black-forest-labs/FLUX.1-schnell",
    "bge-m3:latest",
  ]) {
    expect(isChatModel(id), id).toBe(false);
  }
});

test("chat models stay", () => {
  for (const id of [
    "gpt-6-sol",
    "gpt-4o",
    "o3",
    "chatgpt-4o-latest",
    "claude-fable-5-1",
    "models/gemini-2.5-pro",
    "mistral-large-latest",
    "codestral-2508",
    "meta-llama/Llama-3.3-70B-Instruct-Turbo",
    "openai/gpt-oss-120b",
    "llava:13b",
    "deepseek-v4-flash",
    "demo",
    "fake/stall-after-3",
  ]) {
    expect(isChatModel(id), id).toBe(true);
  }
});
