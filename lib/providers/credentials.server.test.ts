import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "#lib/base/errors.ts";
import { parseEnvironment } from "#lib/env.server.ts";
import { PROVIDERS } from "./catalogue.ts";
import { type OwnKeys, resolveConnection } from "./credentials.server.ts";

const HOST_KEY = "sk-HOST-CANARY";
const SERVER = {
  OPENAI_API_KEY: HOST_KEY,
  ANTHROPIC_API_KEY: HOST_KEY,
  CUSTOM_API_KEY: HOST_KEY,
} as const;
const HOSTED = {
  AFTERPROMPT_MODE: "hosted",
  PUBLIC_ORIGIN: "https://prompts.example.org",
  SESSION_SECRET: "s".repeat(32),
};
const local = parseEnvironment(SERVER);
const hosted = parseEnvironment({ ...SERVER, ...HOSTED });

function resolve(provider: string, ownKeys: OwnKeys = {}, environment = local) {
  return resolveConnection({ provider, ownKeys, environment });
}

/** The key a call would carry: null when it carries none or is refused. */
function keyInUse(provider: string, ownKeys: OwnKeys, environment = local): string | null {
  try {
    return resolve(provider, ownKeys, environment).connection.apiKey;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

test("[EP11] a local app uses the operator's key, with the facts of its row", () => {
  expect(resolve("openai")).toMatchObject({
    source: "server",
    connection: {
      baseUrl: "https://api.openai.com/v1",
      apiKey: HOST_KEY,
      maxTokensField: "max_completion_tokens",
      streamUsage: true,
    },
  });
  expect(resolve("mistral", { mistral: { apiKey: "m" } }).connection).toMatchObject({
    maxTokensField: "max_tokens",
    streamUsage: false,
  });
});

test("the demo needs nothing in either mode", () => {
  for (const environment of [local, hosted]) {
    expect(resolve("demo", {}, environment)).toMatchObject({
      source: "none",
      connection: { apiKey: null, allowedHosts: [] },
    });
  }
});

test("a model server on this machine needs no key, in local mode", () => {
  const { source, connection } = resolve("ollama");
  expect(source).toBe("local");
  expect(connection).toMatchObject({ baseUrl: "http://127.0.0.1:11434/v1", apiKey: null });
  expect(connection.allowedHosts).toEqual(
    expect.arrayContaining(["127.0.0.1:11434", "localhost:1234", "[::1]:8080"]),
  );
  expect(() => resolve("ollama", {}, hosted)).toThrow(AppError);
});

test.each([
  ["nobody", {}, "unknown-provider"],
  ["__proto__", {}, "unknown-provider"],
  ["gemini", {}, "no-key"],
  ["azure", { azure: { apiKey: "k" } }, "no-key"],
  ["custom", {}, "no-key"],
])("%s without what it needs is refused with a sentence", (provider, ownKeys, code) => {
  expect(() => resolve(provider, ownKeys)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(/\.$/) }),
  );
});

test("a refusal names the variable to the operator of a local app, and not to anybody else", () => {
  expect(() => resolve("gemini")).toThrow("GEMINI_API_KEY");
  expect(() => resolve("azure", { azure: { apiKey: "k" } })).toThrow("AZURE_BASE_URL");
  expect(() => resolve("gemini", {}, hosted)).toThrow(
    /^Google Gemini needs a key\. Add yours on the Keys page\.$/,
  );
});

describe("[R08] [EP10] a key is bound to the address it was typed for", () => {
  const own = { custom: { apiKey: "sk-own", baseUrl: "https://models.example.org/v1/" } };

  test("it goes to that address and to no other provider", () => {
    expect(resolve("custom", own)).toMatchObject({
      source: "own",
      connection: { baseUrl: "https://models.example.org/v1", apiKey: "sk-own" },
    });
    for (const { id } of PROVIDERS.filter(({ id }) => id !== "custom"))
      expect(keyInUse(id, own)).not.toBe("sk-own");
  });

  test("moving the provider on the server does not move a key that was typed before", () => {
    const typed = { openai: { apiKey: "sk-own", baseUrl: "https://api.openai.com/v1" } };
    const moved = parseEnvironment({ ...SERVER, OPENAI_BASE_URL: "https://proxy.example.org/v1" });
    expect(resolve("openai", typed, moved).connection.baseUrl).toBe("https://api.openai.com/v1");
  });

  test("an address that the operator set is open to its own provider only, at exactly that address", () => {
    const inside = parseEnvironment({ ...SERVER, ...HOSTED, OPENAI_BASE_URL: "http://10.0.0.5:8080/v1" });
    const hostsFor = (provider: string, baseUrl?: string) =>
      resolve(provider, { [provider]: { apiKey: "sk-own", baseUrl } }, inside).connection.allowedHosts;
    expect(hostsFor("openai")).toEqual(["10.0.0.5:8080"]);
    expect(hostsFor("openai", "http://10.0.0.5:8080/v1")).toEqual(["10.0.0.5:8080"]);
    expect(hostsFor("openai", "http://10.0.0.5:8080/admin")).toEqual([]);
    expect(hostsFor("custom", "http://10.0.0.5:8080/v1")).toEqual([]);
  });
});

describe("[R09] [EP9] a person's entry never spends the server's key", () => {
  test.each(["", " ", "\t\n", "x"])("an entry %j stands alone", (apiKey) => {
    for (const environment of [local, hosted]) {
      for (const { id } of PROVIDERS) {
        const used = keyInUse(id, { [id]: { apiKey } }, environment);
        expect(used, id).not.toBe(HOST_KEY);
      }
    }
  });

  test("[EP11] no entry and no provider id spends it in hosted mode", () => {
    const entry = fc.record({ apiKey: fc.string(), baseUrl: fc.option(fc.webUrl(), { nil: undefined }) });
    const id = fc.oneof(fc.constantFrom(...PROVIDERS.map((row) => row.id)), fc.string());
    fc.assert(
      fc.property(id, fc.dictionary(id, entry), (provider, ownKeys) => {
        expect(keyInUse(provider, ownKeys, hosted)).not.toBe(HOST_KEY);
      }),
    );
  });

  test("the server's key is there to be spent", () => {
    expect(keyInUse("openai", {})).toBe(HOST_KEY);
  });
});

test("[R06] [EP12] the id of a credential tells keys and addresses apart without holding them", () => {
  const ids = [
    resolve("openai"),
    resolve("anthropic"),
    resolve("openai", { openai: { apiKey: "sk-own" } }),
    resolve("openai", { openai: { apiKey: "sk-own", baseUrl: "https://other.example/v1" } }),
  ].map(({ keyId }) => keyId);
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect(id).toMatch(/^[\w-]{16}$/);
  expect(resolve("openai").keyId).toBe(ids[0]);
});
