import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type FakeProvider, startFakeProvider } from "#e2e/fake-provider.ts";
import { improveBody, improvingWith, KEY } from "./improving.fixture.ts";
import { REPLY_SCHEMA } from "./reply-schema.ts";

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());
afterEach(() => fake.reset());

const on = (provider: string, model: string, rest: Record<string, unknown> = {}) =>
  improveBody(model, { model: { provider, model }, ...rest });
const bodies = () => fake.calls().map(({ body }) => JSON.stringify(body));

describe.each(["openai", "anthropic"])("asked through %s", (provider) => {
  test("[IP1][IP7][IP12] a proposal of parts, each with its reason, from one call held to the schema", async () => {
    const { ask } = improvingWith(fake);
    const answer = await ask(on(provider, "fake/ok"));
    expect(answer).toMatchObject({
      outcome: "proposal",
      shape: "schema",
      promptVersion: "improve-1",
      leftOut: [],
      reply: "",
    });
    expect(answer.proposals.map(({ part }) => part)).toEqual([
      "role",
      "task",
      "audience",
      "tone",
      "constraints",
      "constraints",
    ]);
    expect(answer.proposals.every(({ reason }) => reason !== "")).toBe(true);
    expect(answer.proposals.find(({ part }) => part === "constraints")?.value).toEqual({
      kind: "lines",
      op: "exactly",
      n: 8,
    });
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toContain(JSON.stringify(REPLY_SCHEMA.schema));
  });

  test("[IP8] a service that refuses the schema is asked once more in words, and only that call is charged", async () => {
    const { ask } = improvingWith(fake);
    const answer = await ask(on(provider, "fake/no-schema"));
    expect(answer).toMatchObject({ outcome: "proposal", shape: "words", problem: null });
    const [first, second, ...others] = fake.calls();
    expect(others).toEqual([]);
    expect([first?.status, second?.status]).toEqual([400, 200]);
    expect(JSON.stringify(second?.body)).not.toContain("json_schema");
  });

  test.each([
    ["fake/improve-fenced", "proposal", ""],
    ["fake/improve-odd", "proposal", ""],
    ["fake/improve-nothing", "nothing", ""],
    ["fake/improve-malformed", "unreadable", "nature poet"],
    ["fake/improve-shape", "unreadable", "golden light"],
    ["fake/obedient-injection", "unreadable", "<script>alert(1)</script>"],
    ["fake/length", "cut-off", "nature poet"],
    ["fake/refusal", "refused", ""],
    ["fake/content-filter", "refused", ""],
    ["fake/tool-use", "unreadable", ""],
    ["fake/empty-output", "empty", ""],
    ["fake/clean-eof-5", "interrupted", "{"],
    ["fake/rst-5", "interrupted", "{"],
  ])("[IP12] %s comes to its own end: %s", async (model, outcome, reply) => {
    const { ask, defects } = improvingWith(fake);
    const answer = await ask(on(provider, model));
    expect(answer.outcome).toBe(outcome);
    expect(answer.reply).toContain(reply);
    if (outcome === "proposal" || outcome === "nothing") expect(answer.reply).toBe("");
    else expect(answer.proposals).toEqual([]);
    expect(defects).toEqual([]);
  });

  test.each([
    ["fake/401-echo-key", "wrong-key"],
    ["fake/429", "rate-limited"],
    ["fake/429-quota", "no-credit"],
    ["fake/404-model", "unknown-model"],
    ["fake/context-length", "prompt-too-long"],
    ["fake/html", "not-an-api"],
    ["fake/malformed-json-0", "malformed"],
  ])("[IP12][IP14] %s fails with %s, says so, and costs nothing", async (model, code) => {
    const { ask } = improvingWith(fake);
    const answer = await ask(on(provider, model));
    expect(answer).toMatchObject({ outcome: "failed", proposals: [], problem: { code }, costUsd: 0 });
    expect(answer.usage).toEqual({ inputTokens: 0, outputTokens: 0, estimated: false });
    expect(answer.problem?.message).toMatch(/\w{3,}.*\.$/);
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  test("[IP10] what is no part is told beside what is", async () => {
    const answer = await improvingWith(fake).ask(on(provider, "fake/improve-odd"));
    expect(answer.proposals.map(({ part }) => part)).toEqual(["role", "task", "tone", "constraints"]);
    expect(answer.leftOut.map(({ name }) => name).sort()).toEqual([
      "audience",
      "constraints",
      "constraints",
      "persona",
    ]);
  });
});

test.each([
  ["fake/no-headers", { headersMs: 150, totalMs: 400 }, "timed-out"],
  ["fake/headers-then-nothing", { firstTokenMs: 150, totalMs: 400 }, "stalled"],
])("[IP12][IP15] %s is given up on by its clock", async (model, clocks, code) => {
  const { ask } = improvingWith(fake, { clocks });
  expect(await ask(improveBody(model))).toMatchObject({ outcome: "failed", problem: { code }, costUsd: 0 });
});

test("[IP12][IP15] an answer that falls silent is interrupted, and what came is charged", async () => {
  const { ask } = improvingWith(fake, { clocks: { idleMs: 150 } });
  const answer = await ask(improveBody("fake/stall-9"));
  expect(answer).toMatchObject({ outcome: "interrupted", usage: { estimated: true } });
  expect(answer.usage.outputTokens).toBeGreaterThan(0);
});

test("[IP15] a service that is overloaded for a moment is asked again, as in a run", async () => {
  const answer = await improvingWith(fake).ask(improveBody("fake/first-1-529"));
  expect(answer).toMatchObject({ outcome: "proposal", shape: "schema" });
  expect(fake.calls().map(({ status }) => status)).toEqual([529, 200]);
});

test("[IP13] a task without the prompt's variables is told, and so is another language", async () => {
  const { ask } = improvingWith(fake);
  const notes = { kind: "text", text: "Summarise {{notes}} for {{reader}}." };
  expect((await ask(improveBody("fake/improve-forgets", { prompt: notes }))).lostVariables).toEqual([
    "notes",
    "reader",
  ]);
  expect((await ask(improveBody("fake/ok", { prompt: notes }))).lostVariables).toEqual([]);
  const long = {
    kind: "text",
    text: "Please write something about the birds that come to the garden in the morning, and what the children think when they watch them through the window.",
  };
  expect((await ask(improveBody("fake/improve-french", { prompt: long }))).otherLanguage).toEqual({
    prompt: "English",
    proposal: "French",
  });
  expect((await ask(improveBody("fake/ok", { prompt: long }))).otherLanguage).toBeNull();
});

test("[IP3][IP5] variables go out by name, and nothing goes out beside the question, its bound and its schema", async () => {
  const { ask } = improvingWith(fake);
  await ask(
    improveBody("fake/ok", { prompt: { kind: "parts", role: "a clerk", task: "Answer {{letter}}." } }),
  );
  const [call] = fake.calls();
  expect(Object.keys((call?.body as object) ?? {}).sort()).toEqual([
    "max_completion_tokens",
    "messages",
    "model",
    "response_format",
    "stream",
    "stream_options",
  ]);
  expect(bodies()[0]).toContain("| You are a clerk.\\n| \\n| Answer {{letter}}.");
});

const REFUSED: [string, Record<string, unknown>, string, string][] = [
  ["demo", improveBody("demo", { model: { provider: "demo", model: "demo" } }), "invalid-body", "model"],
  [
    "no key",
    improveBody("x", { model: { provider: "mistral", model: "mistral-large-latest" } }),
    "no-key",
    "model",
  ],
  [
    "a provider nobody knows",
    improveBody("x", { model: { provider: "nobody", model: "x" } }),
    "unknown-provider",
    "model",
  ],
  [
    "an empty prompt",
    improveBody("fake/ok", { prompt: { kind: "text", text: " " } }),
    "prompt-empty",
    "prompt",
  ],
  [
    "a prompt that is too long",
    improveBody("fake/ok", { prompt: { kind: "text", text: "a ".repeat(31_000) } }),
    "prompt-too-long",
    "prompt",
  ],
];

test.each(REFUSED)(
  "[IP2] %s is refused with its field, and nothing is asked",
  async (_, body, code, field) => {
    await expect(improvingWith(fake).start(body)).rejects.toMatchObject({ code, field });
    expect(fake.calls()).toEqual([]);
  },
);

test.each(["apiKey", "baseUrl", "headers"])("[IP1] a request with %s is refused", async (name) => {
  await expect(improvingWith(fake).start({ ...improveBody("fake/ok"), [name]: "x" })).rejects.toThrow(
    /unrecognized/i,
  );
});

test("[IP14] the cost comes from the provider's count at the model's price; an unknown price is null", async () => {
  const { ask } = improvingWith(fake);
  const known = await ask(improveBody("gpt-4.1-mini"));
  expect(known.costUsd).toBeGreaterThan(0);
  expect(known.usage).toMatchObject({ estimated: false });
  expect((await ask(improveBody("fake/ok"))).costUsd).toBeNull();
});

describe("who waits", () => {
  const held = improveBody("fake/held");

  test("[IP15] leaving closes the call at once, and nothing stays open", async () => {
    const { improving, start, defects } = improvingWith(fake);
    const leaving = new AbortController();
    const { answer } = await start(held, { signal: leaving.signal });
    await fake.until((calls) => calls.length === 1);
    leaving.abort();
    await expect(answer).rejects.toMatchObject({ code: "shutting-down" });
    await fake.until(([call]) => call?.clientClosedAtMs !== null);
    expect(improving.running()).toBe(0);
    expect(defects).toEqual([]);
  });

  test("[IP15] who has left before the call began asks nothing", async () => {
    const { start } = improvingWith(fake);
    const { answer } = await start(held, { signal: AbortSignal.abort() });
    await expect(answer).rejects.toMatchObject({ code: "shutting-down" });
    expect(fake.calls()).toEqual([]);
  });

  test("[IP15] the end of the server closes the call, tells whoever waits, and starts none", async () => {
    const { improving, start } = improvingWith(fake);
    const { answer } = await start(held);
    await fake.until((calls) => calls.length === 1);
    improving.stopAll();
    await expect(answer).rejects.toMatchObject({ code: "shutting-down" });
    await expect(start(improveBody("fake/ok"))).rejects.toMatchObject({ code: "shutting-down" });
    await fake.until(([call]) => call?.clientClosedAtMs !== null);
  });

  test("[IP16] the same key joins the open call, which lives until both have left", async () => {
    const { start } = improvingWith(fake);
    const [one, other] = [new AbortController(), new AbortController()];
    const first = await start(held, { key: "k", signal: one.signal });
    const second = await start(held, { key: "k", signal: other.signal });
    await fake.until((calls) => calls.length === 1);
    expect(fake.calls()).toHaveLength(1);
    one.abort();
    const sent = fake.calls()[0]?.tokensSent ?? 0;
    await expect.poll(() => fake.calls()[0]?.tokensSent).toBeGreaterThan(sent + 2);
    expect(fake.calls()[0]?.clientClosedAtMs).toBeNull();
    other.abort();
    await expect(first.answer).rejects.toThrow();
    await expect(second.answer).rejects.toThrow();
    await fake.until(([call]) => call?.clientClosedAtMs !== null);
  });

  test("[IP16] an answer comes again under its key; another body is refused, another owner asks anew", async () => {
    const { ask, start } = improvingWith(fake);
    const first = await ask(improveBody("fake/ok"), { key: "k" });
    expect(await ask(improveBody("fake/ok"), { key: "k" })).toBe(first);
    await expect(start(improveBody("fake/length"), { key: "k" })).rejects.toMatchObject({
      code: "idempotency-mismatch",
    });
    await expect(start(improveBody("fake/ok"), { key: "" })).rejects.toMatchObject({ code: "bad-request" });
    expect(fake.calls()).toHaveLength(1);
    await ask(improveBody("fake/ok"), { key: "k", owner: "own_other" });
    expect(fake.calls()).toHaveLength(2);
  });

  test("[IP16] a call that was stopped is forgotten: the same key asks again, at once and later", async () => {
    const { start } = improvingWith(fake);
    const leaving = new AbortController();
    const first = await start(held, { key: "k", signal: leaving.signal });
    await fake.until((calls) => calls.length === 1);
    leaving.abort();
    const leavingToo = new AbortController();
    const second = await start(held, { key: "k", signal: leavingToo.signal });
    expect(second.answer).not.toBe(first.answer);
    await expect(first.answer).rejects.toThrow();
    await fake.until((calls) => calls.length === 2);
    leavingToo.abort();
    await expect(second.answer).rejects.toThrow();
    const third = await start(held, { key: "k", signal: AbortSignal.abort() });
    expect(third.answer).not.toBe(second.answer);
    await expect(third.answer).rejects.toThrow();
  });

  test("[IP17] one browser has so many open at once; another one may still ask", async () => {
    const { start, ask, improving } = improvingWith(fake, { openEach: 2 });
    const leaving = new AbortController();
    const open = await Promise.all([1, 2].map(() => start(held, { signal: leaving.signal })));
    await expect(start(held)).rejects.toMatchObject({ code: "too-many-improvements" });
    expect((await ask(improveBody("fake/ok"), { owner: "own_other" })).outcome).toBe("proposal");
    leaving.abort();
    await Promise.allSettled(open.map(({ answer }) => answer));
    expect(improving.running()).toBe(0);
    expect((await ask(improveBody("fake/ok"))).outcome).toBe("proposal");
  });
});
