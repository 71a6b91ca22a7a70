import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type FakeProvider, startFakeProvider } from "./fake-provider.ts";

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterEach(() => fake.reset());
afterAll(() => fake.close());

const OPENAI = { model: "fake/ok", messages: [{ role: "user", content: "Hello." }] };
const ANTHROPIC = { ...OPENAI, max_tokens: 10 };

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const dialect: Record<string, string> =
    path === "/v1/messages"
      ? { "x-api-key": "sk-1", "anthropic-version": "2023-06-01" }
      : { authorization: "Bearer sk-1" };
  const response = await fetch(`${fake.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...dialect, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

test.each<[string, unknown, Record<string, string>, number, string]>([
  [
    "an unknown field",
    { ...OPENAI, max_output: 5 },
    {},
    400,
    "Unrecognized request argument supplied: max_output",
  ],
  ["a wrong type", { ...OPENAI, temperature: "hot" }, {}, 400, "temperature"],
  ["a value out of range", { ...OPENAI, temperature: 3 }, {}, 400, "temperature"],
  ["a null", { ...OPENAI, seed: null }, {}, 400, "seed"],
  ["no messages", { model: "fake/ok" }, {}, 400, "messages"],
  [
    "a message with a stray field",
    { ...OPENAI, messages: [{ role: "user", content: "x", id: 1 }] },
    {},
    400,
    "id",
  ],
  [
    "stream options without a stream",
    { ...OPENAI, stream_options: { include_usage: true } },
    {},
    400,
    "stream_options",
  ],
  ["a body that is not JSON", "{", {}, 400, "parse"],
  ["another content type", OPENAI, { "content-type": "text/plain" }, 415, "application/json"],
  ["a wrong key", OPENAI, { authorization: "Bearer sk-wrong-123" }, 401, "sk-wrong-123"],
  ["no key", OPENAI, { authorization: "" }, 401, "API key"],
  ["an unknown model", { ...OPENAI, model: "gpt-9" }, {}, 404, "model_not_found"],
])("OpenAI's dialect refuses %s", async (_name, body, headers, status, words) => {
  const answer = await post("/v1/chat/completions", body, headers);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.text)).toMatchObject({ error: { message: expect.any(String) } });
  expect(answer.text).toContain(words);
});

test.each<[string, unknown, Record<string, string>, number, string]>([
  ["no max_tokens", OPENAI, {}, 400, "max_tokens: Field required"],
  ["an unknown field", { ...ANTHROPIC, seed: 1 }, {}, 400, "seed: Extra inputs are not permitted"],
  ["a temperature above 1", { ...ANTHROPIC, temperature: 1.5 }, {}, 400, "temperature"],
  [
    "a temperature in the second version",
    { ...ANTHROPIC, temperature: 1 },
    { "anthropic-version": "2026-10-21" },
    400,
    "temperature",
  ],
  ["an empty message", { ...ANTHROPIC, messages: [{ role: "user", content: " " }] }, {}, 400, "non-empty"],
  [
    "a system role",
    { ...ANTHROPIC, messages: [{ role: "system", content: "x" }] },
    {},
    400,
    "Unexpected role",
  ],
  ["an unknown version", ANTHROPIC, { "anthropic-version": "1999-01-01" }, 400, "anthropic-version"],
  ["a wrong key", ANTHROPIC, { "x-api-key": "sk-wrong-123" }, 401, "authentication_error"],
])("Anthropic's dialect refuses %s", async (_name, body, headers, status, words) => {
  const answer = await post("/v1/messages", body, headers);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.text)).toMatchObject({ type: "error", error: { type: expect.any(String) } });
  expect(answer.text).toContain(words);
});

test("answers vary with the call and not with the clock", async () => {
  const ask = async () =>
    (
      await post("/v1/chat/completions", {
        ...OPENAI,
        stream: true,
        messages: [{ role: "user", content: "Generate a poem." }],
      })
    ).text;
  const first = [await ask(), await ask(), await ask()].map((text) => text.replaceAll(/chatcmpl-\d+/g, "id"));
  fake.reset();
  const second = [await ask(), await ask(), await ask()].map((text) =>
    text.replaceAll(/chatcmpl-\d+/g, "id"),
  );
  expect(second).toEqual(first);
  expect(new Set(first).size).toBe(3);
});

test("the log tells calls, keys, tokens, the bill and who closed", async () => {
  await post("/v1/chat/completions", { ...OPENAI, stream: true });
  const held = new AbortController();
  const response = await fetch(`${fake.url}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer sk-2" },
    body: JSON.stringify({ ...OPENAI, model: "fake/held", stream: true }),
    signal: held.signal,
  });
  await response.body?.getReader().read();
  held.abort();
  await fake.until((calls) => calls.some(({ clientClosedAtMs }) => clientClosedAtMs !== null));
  const log = await (await fetch(`${fake.url}/__fake/log`)).json();
  expect(log.calls).toMatchObject([
    {
      key: "sk-1",
      scenario: "ok",
      status: 200,
      tokensSent: 18,
      clientClosedAtMs: null,
      endedAtMs: expect.any(Number),
    },
    { key: "sk-2", scenario: "held", endedAtMs: null, clientClosedAtMs: expect.any(Number) },
  ]);
  expect(log.billUsd).toBeGreaterThan(0);
  await fetch(`${fake.url}/__fake/reset`, { method: "POST" });
  expect(fake.calls()).toEqual([]);
});

test("paced streams keep their rate, hundreds at once", async () => {
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: 100 }, () =>
      post("/v1/chat/completions", { ...OPENAI, model: "fake/stream-20x50", stream: true }),
    ),
  );
  expect(performance.now() - startedAt).toBeGreaterThan(380);
  expect(fake.calls().every(({ tokensSent }) => tokensSent === 20)).toBe(true);
});

test("the first N calls fail, the later ones do not", async () => {
  const body = { ...OPENAI, model: "fake/first-2-503" };
  const statuses = [];
  for (let turn = 0; turn < 3; turn += 1) statuses.push((await post("/v1/chat/completions", body)).status);
  expect(statuses).toEqual([503, 503, 200]);
});
