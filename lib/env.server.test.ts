import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { EnvironmentError, parseEnvironment } from "./env.server.ts";

const HOSTED = {
  AFTERPROMPT_MODE: "hosted",
  PUBLIC_ORIGIN: "https://prompts.example.org/",
  SESSION_SECRET: "s".repeat(32),
};

function parse(variables: Record<string, string>) {
  return parseEnvironment(variables);
}

function problem(variables: Record<string, string>): EnvironmentError {
  try {
    parse(variables);
  } catch (error) {
    if (error instanceof EnvironmentError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

test("nothing set is a local app on this machine", () => {
  expect(parse({})).toEqual({
    mode: "local",
    port: 3000,
    host: "127.0.0.1",
    publicOrigin: null,
    sessionSecret: null,
    dataDir: "./data",
    databaseUrl: null,
    allowedLlmHosts: [],
    providerConcurrency: 64,
    providers: {},
  });
});

test("[EP17] .env.example and the parser name the same variables, and its empty values are valid", () => {
  const example = parseEnv(readFileSync(new URL("../.env.example", import.meta.url), "utf8"));
  const read = new Set<string>();
  const watched = new Proxy<Record<string, string>>(
    {},
    {
      get(_, name) {
        if (typeof name === "string") read.add(name);
        return undefined;
      },
    },
  );
  parseEnvironment(watched);
  expect(Object.keys(example).sort()).toEqual([...read].sort());
  expect(parseEnvironment(example)).toEqual(parse({}));
});

test("hosted mode needs its origin and its secret, and ignores ALLOWED_LLM_HOSTS", () => {
  const environment = parse({ ...HOSTED, ALLOWED_LLM_HOSTS: "localhost:11434" });
  expect(environment).toMatchObject({
    mode: "hosted",
    host: "0.0.0.0",
    publicOrigin: "https://prompts.example.org",
    allowedLlmHosts: [],
  });
});

test.each<[string, Record<string, string>]>([
  ["AFTERPROMPT_MODE", { AFTERPROMPT_MODE: "production" }],
  ["PORT", { PORT: "http" }],
  ["PORT", { PORT: "65536" }],
  ["PORT", { PORT: "-1" }],
  ["PROVIDER_CONCURRENCY", { PROVIDER_CONCURRENCY: "0" }],
  ["PROVIDER_CONCURRENCY", { PROVIDER_CONCURRENCY: "8.5" }],
  ["PUBLIC_ORIGIN", { ...HOSTED, PUBLIC_ORIGIN: "" }],
  ["PUBLIC_ORIGIN", { ...HOSTED, PUBLIC_ORIGIN: "http://prompts.example.org" }],
  ["PUBLIC_ORIGIN", { PUBLIC_ORIGIN: "https://prompts.example.org/app" }],
  ["SESSION_SECRET", { ...HOSTED, SESSION_SECRET: "" }],
  ["SESSION_SECRET", { SESSION_SECRET: "hunter2-hunter2" }],
  ["DATABASE_URL", { DATABASE_URL: "mysql://user:hunter2@db/app" }],
  ["DATABASE_URL", { DATABASE_URL: "postgres://user:hunter2@db" }],
  ["DATABASE_URL", { DATABASE_URL: "postgres://user:hunter2@db/app/more" }],
  ["DATABASE_URL", { DATABASE_URL: "postgres://user:hunter2#x@db/app" }],
  ["DATABASE_URL", { DATABASE_URL: "hunter2" }],
  ["ALLOWED_LLM_HOSTS", { ALLOWED_LLM_HOSTS: "localhost" }],
  ["ALLOWED_LLM_HOSTS", { ALLOWED_LLM_HOSTS: "localhost:11434, http://10.0.0.5:8080" }],
  ["ALLOWED_LLM_HOSTS", { ALLOWED_LLM_HOSTS: "*:11434" }],
  ["OPENAI_BASE_URL", { OPENAI_BASE_URL: "api.openai.com" }],
  ["OPENAI_BASE_URL", { OPENAI_BASE_URL: "https://user:hunter2@proxy.example" }],
  ["OPENAI_API_KEY", { OPENAI_API_KEY: "sk-hunter2\nX-Other: 1" }],
  ["OLLAMA_HOST", { OLLAMA_HOST: "ftp://10.0.0.5" }],
])(
  "[EP17] a bad %s stops the start with a sentence that names it and repeats no value",
  (variable, variables) => {
    const error = problem(variables);
    expect(error.variable).toBe(variable);
    expect(error.message).toMatch(new RegExp(`^${variable} must .+\\.$`));
    expect(error.message).not.toContain("hunter2");
  },
);

test.each([
  "postgres://db/app",
  "postgresql://user:p%40ss@db.example.org:6432/app?sslmode=require",
  "postgres://user@[::1]/app",
])("[ST1] DATABASE_URL=%s names where everything is kept", (url) => {
  expect(parse({ DATABASE_URL: ` ${url} ` }).databaseUrl).toBe(url);
});

test("allowed hosts are compared in one form", () => {
  const environment = parse({ ALLOWED_LLM_HOSTS: "LOCALHOST:11434, 10.0.0.5:80 ,[::0001]:8080," });
  expect(environment.allowedLlmHosts).toEqual(["localhost:11434", "10.0.0.5:80", "[::1]:8080"]);
});

test("provider variables follow the row's id, and only what is set has an entry", () => {
  const environment = parse({
    OPENAI_API_KEY: " sk-1 ",
    LM_STUDIO_BASE_URL: "http://192.168.1.9:1234",
    AZURE_BASE_URL: "https://name.openai.azure.com/openai/v1/",
    GROQ_API_KEY: "",
  });
  expect(environment.providers).toEqual({
    openai: { apiKey: "sk-1" },
    "lm-studio": { baseUrl: "http://192.168.1.9:1234/v1" },
    azure: { baseUrl: "https://name.openai.azure.com/openai/v1" },
  });
});

test.each([
  ["192.168.1.5", "http://192.168.1.5:11434/v1"],
  ["0.0.0.0", "http://127.0.0.1:11434/v1"],
  ["0.0.0.0:9000", "http://127.0.0.1:9000/v1"],
  ["localhost:80", "http://localhost/v1"],
  ["http://10.0.0.5:11434/", "http://10.0.0.5:11434/v1"],
  ["https://ollama.example.org/v1", "https://ollama.example.org/v1"],
])("OLLAMA_HOST=%s is %s", (value, baseUrl) => {
  expect(parse({ OLLAMA_HOST: value }).providers.ollama).toEqual({ baseUrl });
});
