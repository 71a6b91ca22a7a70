import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { parseEnvironment } from "#lib/env.server.ts";
import { providerRow } from "./catalogue.ts";
import { ProviderError } from "./errors.ts";
import { createModelCache } from "./model-cache.ts";
import { describeModel, type ListProvidersInput, listProviders } from "./models.server.ts";
import type { ListedModel } from "./types.ts";

const HOSTED = {
  AFTERPROMPT_MODE: "hosted",
  PUBLIC_ORIGIN: "https://prompts.example.org",
  SESSION_SECRET: "s".repeat(32),
};

type Answer = ListedModel[] | Error | "silence";

/** Lists as a set of providers would answer them; the rest of them are silent. */
function wire(answers: Record<string, Answer>) {
  const asked: string[] = [];
  const list: ListProvidersInput["list"] = async (row) => {
    asked.push(row.id);
    const answer = answers[row.id] ?? "silence";
    if (answer === "silence") return new Promise(() => undefined);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { asked, list };
}

function ask(
  answers: Record<string, Answer>,
  variables: Record<string, string> = {},
  more: Partial<ListProvidersInput> = {},
) {
  const { asked, list } = wire({ demo: [{ id: "demo", label: "Demo" }], ...answers });
  const input: ListProvidersInput = {
    ownKeys: {},
    environment: parseEnvironment(variables),
    list,
    cache: createModelCache(() => Date.now()),
    ...more,
  };
  const answer = async () => {
    const listings = listProviders(input);
    await vi.advanceTimersByTimeAsync(4_000);
    return new Map((await listings).map((listing) => [listing.id, listing]));
  };
  /** How long the list takes, ms. */
  const wait = async () => {
    const started = Date.now();
    let tookMs: number | undefined;
    listProviders(input).then(() => {
      tookMs = Date.now() - started;
    });
    while (tookMs === undefined) await vi.advanceTimersByTimeAsync(1);
    return tookMs;
  };
  return { asked, answer, wait };
}

beforeEach(() => {
  vi.useFakeTimers();
  // AbortSignal.timeout keeps real time; this one follows the test's clock.
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("timeout")), ms);
    return controller.signal;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("a list holds chat models once each, newest first, with window, price and parameters", async () => {
  const listed = [
    { id: "gpt-4.1-mini", created: 100 },
    { id: "whisper-1", created: 500 },
    { id: "gpt-5-mini", created: 300 },
    { id: "gpt-4.1-mini", created: 100 },
    { id: "gpt-of-next-year", created: 300, contextWindow: 7, label: "Next" },
  ];
  const { answer } = ask({ openai: listed }, { OPENAI_API_KEY: "k" });
  const openai = (await answer()).get("openai");
  expect(openai).toMatchObject({ label: "OpenAI", configured: true, source: "server" });
  expect(openai?.problem).toBeUndefined();
  expect(openai?.models.map(({ id }) => id)).toEqual(["gpt-5-mini", "gpt-of-next-year", "gpt-4.1-mini"]);
  expect(openai?.models[1]).toEqual({
    id: "gpt-of-next-year",
    label: "Next",
    contextWindow: 7,
    capabilities: { params: ["maxTokens", "temperature", "topP", "stop", "seed"], reasoning: false },
  });
  expect(openai?.models[2]?.price).toEqual({ inputUsdPerMillion: 0.4, outputUsdPerMillion: 1.6 });
});

test("a provider without a key is shown with the models we know of, and nobody is asked", async () => {
  const { asked, answer } = ask({});
  const mistral = (await answer()).get("mistral");
  expect(mistral).toMatchObject({ configured: false, source: "none" });
  expect(mistral?.models.length).toBeGreaterThan(0);
  expect(mistral?.problem).toBeUndefined();
  expect(asked).not.toContain("mistral");
});

test("a person's own key is named as the source", async () => {
  const { answer } = ask(
    { groq: [{ id: "m" }] },
    { GROQ_API_KEY: "k" },
    { ownKeys: { groq: { apiKey: "own" } } },
  );
  expect((await answer()).get("groq")?.source).toBe("own");
});

describe("[EP13] when a list cannot be read", () => {
  test.each<[string, Answer, string]>([
    [
      "our own sentence is shown",
      new ProviderError("wrong-key", "This key is not valid."),
      "This key is not valid.",
    ],
    [
      "a defect shows nothing of itself",
      new Error("sk-secret in a stack"),
      "OpenAI did not send its list. These are the models we know of.",
    ],
    [
      "silence ends after 4 seconds",
      "silence",
      "OpenAI did not answer within 4 seconds. These are the models we know of.",
    ],
  ])("%s", async (_, failure, problem) => {
    const { answer } = ask({ openai: failure }, { OPENAI_API_KEY: "k" });
    const openai = (await answer()).get("openai");
    expect(openai).toMatchObject({ configured: true, problem });
    expect(openai?.models.map(({ id }) => id)).toEqual(providerRow("openai")?.fallbackModels);
  });

  test("the whole list waits 4 seconds for the silent, however many they are", async () => {
    const keys = { OPENAI_API_KEY: "k", GROQ_API_KEY: "k" };
    const { wait } = ask({ openai: "silence", groq: "silence" }, keys);
    expect(await wait()).toBe(4_000);
  });
});

describe("[EP13] lists are remembered", () => {
  test("an answer for ten minutes", async () => {
    const { asked, answer } = ask({ openai: [{ id: "m" }] }, { OPENAI_API_KEY: "k" });
    await answer();
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    await answer();
    expect(asked.filter((id) => id === "openai")).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    await answer();
    expect(asked.filter((id) => id === "openai")).toHaveLength(2);
  });

  test("a failure for thirty seconds", async () => {
    const { asked, answer } = ask({ openai: new Error("down") }, { OPENAI_API_KEY: "k" });
    await answer();
    await answer();
    expect(asked.filter((id) => id === "openai")).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(30_000);
    await answer();
    expect(asked.filter((id) => id === "openai")).toHaveLength(2);
  });

  test("each key has its own", async () => {
    const cache = createModelCache(() => Date.now());
    const first = ask({ openai: [{ id: "of-the-first" }] }, { OPENAI_API_KEY: "1" }, { cache });
    const second = ask({ openai: [{ id: "of-the-second" }] }, { OPENAI_API_KEY: "2" }, { cache });
    await first.answer();
    expect((await second.answer()).get("openai")?.models[0]?.id).toBe("of-the-second");
  });
});

describe("[EP14] model servers on this machine", () => {
  test("one that answers is offered; those that do not are not there", async () => {
    const { answer } = ask({ ollama: [{ id: "llama3.2:latest" }], vllm: new Error("refused") });
    const listings = await answer();
    expect(listings.get("ollama")).toMatchObject({
      configured: true,
      source: "local",
      models: [{ id: "llama3.2:latest", price: { inputUsdPerMillion: 0, outputUsdPerMillion: 0 } }],
    });
    for (const id of ["vllm", "lm-studio", "llama-cpp"]) expect(listings.has(id), id).toBe(false);
  });

  test("one without models says so", async () => {
    const { answer } = ask({ ollama: [] });
    expect((await answer()).get("ollama")).toMatchObject({
      models: [],
      problem: "Ollama has no chat models yet.",
    });
  });

  test("one that the operator set up stays in the list when it is down, and says so", async () => {
    const { answer } = ask({ ollama: new Error("refused") }, { OLLAMA_HOST: "192.168.1.5" });
    expect((await answer()).get("ollama")?.problem).toMatch(/^Ollama did not send its list/);
  });

  test("they are not looked for in hosted mode", async () => {
    const { asked, answer } = ask({ ollama: [{ id: "llama3.2" }] }, HOSTED);
    const listings = await answer();
    expect(listings.has("ollama")).toBe(false);
    expect(asked).toEqual(["demo"]);
  });

  test("they are waited for 400 ms and looked for again after 10 seconds", async () => {
    const { asked, wait } = ask({});
    const looks = () => asked.filter((id) => id === "vllm").length;
    expect(await wait()).toBe(400);
    await vi.advanceTimersByTimeAsync(9_990);
    await wait();
    expect(looks()).toBe(1);
    await vi.advanceTimersByTimeAsync(10);
    await wait();
    expect(looks()).toBe(2);
  });
});

test("describeModel adds what is known and leaves out what is not", () => {
  const gemini = providerRow("gemini");
  const custom = providerRow("custom");
  if (gemini === undefined || custom === undefined) throw new Error("a row is gone");
  expect(describeModel(gemini, { id: "models/gemini-3.8-flash" })).toMatchObject({
    id: "models/gemini-3.8-flash",
    label: "gemini-3.8-flash",
    contextWindow: 1_000_000,
    price: { inputUsdPerMillion: 0.75, outputUsdPerMillion: 3.75 },
  });
  const unknown = describeModel(custom, { id: "mine" });
  expect(unknown).not.toHaveProperty("price");
  expect(unknown).not.toHaveProperty("contextWindow");
});
