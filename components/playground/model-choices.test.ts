import { describe, expect, test } from "vitest";
import type { ProviderListing } from "#lib/providers/listing.ts";
import { modelGroups } from "./model-choices.ts";

const capabilities = { params: [], reasoning: false };
const provider = (id: string, configured: boolean, models: string[]): ProviderListing => ({
  id,
  label: id,
  configured,
  source: configured ? "server" : "none",
  models: models.map((model) => ({ id: model, label: model, capabilities })),
});

const PROVIDERS = [
  provider("openai", false, ["gpt-large", "gpt-mini"]),
  provider("local", true, ["llama-8b", "llama-70b"]),
];
const found = (query: string) =>
  modelGroups(PROVIDERS, query).map((group) => [group.provider.id, group.choices.map(({ label }) => label)]);

describe("modelGroups", () => {
  test("providers that can answer now come first", () => {
    expect(found("")).toEqual([
      ["local", ["llama-8b", "llama-70b"]],
      ["openai", ["gpt-large", "gpt-mini"]],
    ]);
  });

  test("every word has to match, in the model or its provider", () => {
    expect(found("OpenAI mini")).toEqual([["openai", ["gpt-mini"]]]);
  });

  test("a name that is not listed can be used where a key is there, and nowhere else", () => {
    expect(found("my-own-model")).toEqual([["local", ["Use “my-own-model”"]]]);
  });

  test("four hundred models are forty and a count", () => {
    const many = provider(
      "router",
      true,
      Array.from({ length: 400 }, (_, index) => `m-${index}`),
    );
    const [group] = modelGroups([many], "");
    expect([group?.choices.length, group?.more]).toEqual([40, 360]);
  });
});
