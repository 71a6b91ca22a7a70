import { expect, test } from "vitest";
import type { ModelListing, ProviderListing } from "#lib/providers/listing.ts";
import { suggestJudge } from "./suggest-judge.ts";
import { vendorOf } from "./vendor.ts";

const model = (id: string, outputUsdPerMillion?: number): ModelListing => ({
  id,
  label: id.toUpperCase(),
  ...(outputUsdPerMillion === undefined ? {} : { price: { inputUsdPerMillion: 1, outputUsdPerMillion } }),
  capabilities: { params: [], reasoning: false },
});
const provider = (id: string, models: ModelListing[], configured = true): ProviderListing => ({
  id,
  label: id,
  configured,
  source: configured ? "own" : "none",
  models,
});
const openai = provider("openai", [model("gpt-4.1-mini", 1.6), model("gpt-5.4", 10)]);
const anthropic = provider("anthropic", [model("claude-opus-5-5", 25), model("claude-haiku-4-5", 5)]);
const demo = provider("demo", [model("demo", 0)]);

test("[JD20] a middle-priced model of another vendor is suggested", () => {
  expect(suggestJudge([demo, openai, anthropic], [{ provider: "openai", model: "gpt-5.4" }])).toEqual({
    judge: { provider: "anthropic", model: "claude-haiku-4-5" },
    label: "CLAUDE-HAIKU-4-5",
    otherVendor: true,
  });
});

test("[JD20] the same vendor behind another service is not another vendor", () => {
  const openrouter = provider("openrouter", [model("openai/gpt-5.4", 4), model("google/gemini-2.5-pro", 10)]);
  expect(suggestJudge([openrouter], [{ provider: "openai", model: "gpt-5.4" }])?.judge.model).toBe(
    "google/gemini-2.5-pro",
  );
});

test("[JD20] with one vendor only, another model of it is suggested, and said to be kin", () => {
  expect(suggestJudge([demo, openai], [{ provider: "openai", model: "gpt-4.1-mini" }])).toMatchObject({
    judge: { model: "gpt-5.4" },
    otherVendor: false,
  });
});

test("[JD20] a provider without a key is not suggested, the demo never; with neither there is no judge", () => {
  expect(
    suggestJudge(
      [demo, provider("anthropic", anthropic.models, false)],
      [{ provider: "demo", model: "demo" }],
    ),
  ).toBeNull();
});

test("[JD20] a model of unknown price comes after priced ones, and is taken when there is no other", () => {
  const custom = provider("custom", [model("house-model")]);
  expect(suggestJudge([custom, anthropic], [])?.judge.provider).toBe("anthropic");
  expect(suggestJudge([custom], [])?.judge).toEqual({ provider: "custom", model: "house-model" });
});

test.each([
  ["groq", "openai/gpt-oss-120b", "openai"],
  ["openrouter", "anthropic/claude-sonnet-5", "anthropic"],
  ["gemini", "models/gemini-3.8-flash", "google"],
  ["together", "meta-llama/Llama-3.3-70B-Instruct-Turbo", "meta"],
  ["openai", "ft:gpt-4.1-mini:acme", "openai"],
  ["custom", "house-model", "custom"],
])("[JD20] %s's %s is of %s", (providerId, id, vendor) => {
  expect(vendorOf({ provider: providerId, model: id })).toBe(vendor);
});
