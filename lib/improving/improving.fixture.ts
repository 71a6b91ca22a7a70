import type { FakeProvider } from "#e2e/fake-provider.ts";
import { parseEnvironment } from "#lib/env.server.ts";
import type { Clocks } from "#lib/providers/types.ts";
import { createGate } from "#lib/runs/gate.server.ts";
import type { Improvement } from "./improvement.ts";
import { createImproving } from "./improving.server.ts";
import { improveRequestSchema } from "./request.ts";

export const KEY = "sk-test-CANARY-improve";

interface Asked {
  owner?: string;
  key?: string | null;
  signal?: AbortSignal;
}

interface Options {
  openEach?: number;
  clocks?: Partial<Clocks>;
}

/** Improving as the app has it, with its provider being the fake. */
export function improvingWith(fake: FakeProvider, options: Options = {}) {
  const environment = parseEnvironment({
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: fake.openaiUrl,
    ANTHROPIC_API_KEY: KEY,
    ANTHROPIC_BASE_URL: fake.url,
    ALLOWED_LLM_HOSTS: fake.host,
  });
  const defects: unknown[] = [];
  const improving = createImproving({
    gate: createGate(64),
    onDefect: (error) => defects.push(error),
    ...options,
  });
  const start = async (body: unknown, { owner = "own_test", key = null, signal }: Asked = {}) =>
    improving.start({
      environment,
      owner: { id: owner, isNew: false },
      request: improveRequestSchema.parse(body),
      ownKeys: {},
      idempotency: { key, bodyText: JSON.stringify(body) },
      signal: signal ?? new AbortController().signal,
    });
  const ask = async (body: unknown, asked: Asked = {}): Promise<Improvement> =>
    (await start(body, asked)).answer;
  return { improving, start, ask, defects };
}

/** The poem, on a scenario of the fake. */
export function improveBody(model: string, rest: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    prompt: { kind: "text", text: "Generate a poem about nature." },
    model: { provider: "openai", model },
    ...rest,
  };
}
