import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import {
  callsFor,
  parseEvents,
  poemRun,
  postRun,
  readUntil,
  runIdOf,
  runToEnd,
  singleRun,
  type WireEvent,
} from "./run-api.ts";

const MODELS = [
  { provider: "openai", model: "gpt-4.1-mini", sdk: "openai" },
  { provider: "anthropic", model: "claude-sonnet-4-5", sdk: "@anthropic-ai/sdk" },
] as const;

function textsByCell(events: WireEvent[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { event, data } of events) {
    if (event !== "text-delta") continue;
    const cell = `${data.variant}/${data.sample}`;
    texts.set(cell, (texts.get(cell) ?? "") + data.text);
  }
  return texts;
}

function resultOf(checks: unknown, id: string): unknown {
  return Array.isArray(checks) ? checks.find((check) => check.id === id)?.result : undefined;
}

for (const { provider, model, sdk } of MODELS) {
  test(`[R29][R34] the poem pair, 3 samples a side, through ${sdk}: texts, endings, usage, cost`, async ({
    servers,
  }) => {
    const events = await runToEnd(servers.appUrl, poemRun({ provider, model }, 3));
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect(events[0]).toMatchObject({ event: "run-start", data: { total: 6 } });

    const ends = events.filter(({ event }) => event === "sample-end").map(({ data }) => data);
    expect(ends).toHaveLength(6);
    const streamed = textsByCell(events);
    for (const end of ends) {
      expect(end.ending).toBe("complete");
      expect(String(end.text).length).toBeGreaterThan(40);
      expect(end.text).toBe(streamed.get(`${end.variant}/${end.sample}`));
      expect(end.usage).toMatchObject({ estimated: false });
      expect(end.costUsd).toBeGreaterThan(0);
      expect(end.timing).toMatchObject({ firstTokenMs: expect.any(Number), totalMs: expect.any(Number) });
    }
    // What a check says has to be what the text shows; the fake keeps most promises, not all.
    const after = ends.filter(({ variant }) => variant === "after");
    for (const { text, checks } of after) {
      const begins = String(text).startsWith("A golden light first kisses the water.");
      const lines = String(text)
        .split("\n")
        .filter((line) => line.trim() !== "").length;
      expect(resultOf(checks, "opening")).toBe(begins ? "pass" : "fail");
      expect(resultOf(checks, "lines")).toBe(lines === 4 ? "pass" : "fail");
    }
    expect(after.map(({ checks }) => resultOf(checks, "lines"))).toContain("pass");
    const before = ends.filter(({ variant }) => variant === "before");
    for (const { checks } of before) expect(resultOf(checks, "opening")).toBe("fail");

    const [last] = events.slice(-1);
    const total = ends.reduce((sum, { costUsd }) => sum + Number(costUsd), 0);
    expect(last).toMatchObject({
      event: "run-end",
      data: { status: "complete", costUsd: expect.closeTo(total, 10) },
    });
  });
}

test("[RS6] samples are asked for in the order before, after, after, before", async ({ servers }) => {
  const events = await runToEnd(servers.appUrl, poemRun({ provider: "openai", model: "fake/ok" }, 2));
  const started = events.filter(({ event }) => event === "sample-start").map(({ data }) => data.variant);
  expect(started).toEqual(["before", "after", "after", "before"]);
});

test("the demo needs no key, and its answers are labelled as what they are", async ({ servers }) => {
  const events = await runToEnd(servers.appUrl, singleRun("demo", "demo", "Say hello in one line."));
  expect(events.find(({ event }) => event === "sample-end")?.data).toMatchObject({
    origin: "simulated",
    costUsd: 0,
  });
});

test("[R27] a passing failure is tried again before any output; the provider sees exactly the retries", async ({
  servers,
}) => {
  const marker = "retry-marker-1";
  const events = await runToEnd(servers.appUrl, singleRun("openai", "fake/first-1-503", marker));
  expect(events.filter(({ event }) => event === "sample-start").map(({ data }) => data.attempt)).toEqual([
    1, 2,
  ]);
  expect(events.at(-1)?.data).toMatchObject({ status: "complete" });
  expect(await callsFor(servers.fakeUrl, marker)).toHaveLength(2);
});

test("[R29] a cut stream is interrupted, what came is kept, and the other side is untouched", async ({
  servers,
}) => {
  const body = {
    variants: [
      {
        id: "cut",
        prompt: { kind: "text", text: "Write." },
        model: { provider: "openai", model: "fake/clean-eof-3" },
      },
      {
        id: "whole",
        prompt: { kind: "text", text: "Write." },
        model: { provider: "anthropic", model: "fake/ok" },
      },
    ],
  };
  const events = await runToEnd(servers.appUrl, body);
  const ends = Object.fromEntries(
    events.filter(({ event }) => event === "sample-end").map(({ data }) => [data.variant, data]),
  );
  expect(ends.cut).toMatchObject({ ending: "interrupted", usage: { estimated: true } });
  expect(String(ends.cut?.text).length).toBeGreaterThan(0);
  expect(ends.whole).toMatchObject({ ending: "complete" });
});

test("[R35] stop closes the connection to the provider within 500 ms and the run tells so", async ({
  servers,
}) => {
  const marker = "stop-marker-1";
  const response = await postRun(servers.appUrl, singleRun("openai", "fake/held", marker));
  const { events, rest } = await readUntil(response, "text-delta");
  const stoppedAt = performance.now();
  const stop = await fetch(`${servers.appUrl}/api/runs/${runIdOf(events)}/stop`, { method: "POST" });
  expect(stop.status).toBe(200);
  await expect
    .poll(async () => (await callsFor(servers.fakeUrl, marker))[0]?.clientClosedAtMs ?? null, {
      intervals: [20],
    })
    .not.toBeNull();
  expect(performance.now() - stoppedAt).toBeLessThan(500);
  const run = await (await fetch(`${servers.appUrl}/api/runs/${runIdOf(events)}`)).json();
  expect(run).toMatchObject({ status: "stopped", samples: [{ ending: "stopped" }] });
  await rest.cancel();
});

test("[R37] a viewer that comes back with its last id gets the rest: nothing twice, nothing missing", async ({
  servers,
}) => {
  const leaving = new AbortController();
  const response = await postRun(
    servers.appUrl,
    singleRun("anthropic", "fake/stream-60x60"),
    {},
    leaving.signal,
  );
  const { events: first } = await readUntil(response, "text-delta");
  leaving.abort();
  const runId = runIdOf(first);
  const resumed = await fetch(`${servers.appUrl}/api/runs/${runId}/events`, {
    headers: { "last-event-id": String(first.at(-1)?.id) },
  });
  const rest = parseEvents(await resumed.text());
  const all = [...first, ...rest];
  expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1));
  const end = all.find(({ event }) => event === "sample-end");
  expect(textsByCell(all).get("a/0")).toBe(end?.data.text);
  expect(end?.data.ending).toBe("complete");
});

test("[R36] leaving for good closes the connection to the provider after ten seconds", async ({
  servers,
}) => {
  const marker = "leave-marker-1";
  const leaving = new AbortController();
  const response = await postRun(
    servers.appUrl,
    singleRun("openai", "fake/held", marker),
    {},
    leaving.signal,
  );
  await readUntil(response, "text-delta");
  const leftAt = performance.now();
  leaving.abort();
  await expect
    .poll(async () => (await callsFor(servers.fakeUrl, marker))[0]?.clientClosedAtMs ?? null, {
      intervals: [100],
      timeout: 15_000,
    })
    .not.toBeNull();
  const waited = performance.now() - leftAt;
  expect(waited).toBeGreaterThan(9_000);
  expect(waited).toBeLessThan(12_000);
});

test("[R38] the same request sent five times at once makes one run and one call", async ({ servers }) => {
  const marker = "twice-marker-1";
  const headers = { "idempotency-key": "5f4dcc3b-5aa7-4d1e-8f27-000000000001" };
  const body = singleRun("openai", "fake/ok", marker);
  const runs = await Promise.all(Array.from({ length: 5 }, () => runToEnd(servers.appUrl, body, headers)));
  expect(new Set(runs.map(runIdOf)).size).toBe(1);
  expect(await callsFor(servers.fakeUrl, marker)).toHaveLength(1);
  const other = await postRun(servers.appUrl, singleRun("openai", "fake/ok", "another"), headers);
  expect(other.status).toBe(422);
  expect(await other.json()).toMatchObject({ error: { code: "idempotency-mismatch" } });
});

test("[R12] frames that a provider forges reach nobody: only our own frames come out", async ({
  servers,
}) => {
  const ours =
    /^id: \d+\nevent: (run-start|sample-start|text-delta|thinking-delta|sample-end|sample-error|run-end)\ndata: [^\n]*$/;
  for (const provider of ["openai", "anthropic"]) {
    for (const model of ["fake/inject-event", "fake/obedient-injection", "fake/unknown-event"]) {
      const text = await (await postRun(servers.appUrl, singleRun(provider, model))).text();
      expect(text).not.toContain("\r");
      for (const block of text.split("\n\n").filter((part) => part !== "")) {
        expect(/^(retry: \d+|: .*)$/.test(block) || ours.test(block), JSON.stringify(block)).toBe(true);
      }
    }
  }
});

test.describe("bad input, each with a clear sentence", () => {
  const cases: [string, unknown, number, { code: string; field?: string }][] = [
    [
      "an empty prompt",
      singleRun("openai", "fake/ok", "  \n "),
      400,
      { code: "prompt-empty", field: "variants.0.prompt" },
    ],
    [
      "a variable without a value",
      singleRun("openai", "fake/ok", "About {{topic}}."),
      400,
      { code: "variable-missing", field: "cases.0.values.topic" },
    ],
    [
      "a variable of a check without a value",
      {
        ...singleRun("openai", "fake/ok"),
        checks: [{ id: "ends", constraint: { kind: "ends-with", text: "{{answer}}" } }],
      },
      400,
      { code: "variable-missing", field: "cases.0.values.answer" },
    ],
    [
      "a provider nobody knows",
      singleRun("nobody", "x"),
      400,
      { code: "unknown-provider", field: "variants.0.model" },
    ],
    [
      "a provider without a key",
      singleRun("mistral", "mistral-small-latest"),
      401,
      { code: "no-key", field: "variants.0.model" },
    ],
    [
      "an unknown field",
      { ...singleRun("openai", "fake/ok"), baseUrl: "http://127.0.0.1:1" },
      400,
      { code: "invalid-body" },
    ],
    ["a hostile field", '{"__proto__":{"admin":true},"variants":[]}', 400, { code: "invalid-body" }],
    ["no variants", { variants: [] }, 400, { code: "invalid-body", field: "variants" }],
    ["half a body", '{"variants":', 400, { code: "invalid-json" }],
    [
      "a prompt over the model's window",
      singleRun("openai", "gpt-4", "word ".repeat(60_000)),
      400,
      { code: "prompt-too-long", field: "variants.0.prompt" },
    ],
  ];
  for (const [name, body, status, error] of cases) {
    test(`${name} is refused before anything is paid for`, async ({ servers }) => {
      const response = await postRun(servers.appUrl, body);
      expect(response.status).toBe(status);
      const answer = await response.json();
      expect(answer.error).toMatchObject(error);
      expect(answer.error.message.length).toBeGreaterThan(15);
      expect(answer.error.requestId).toMatch(/^req_/);
    });
  }

  test("a prompt over the window is told with both numbers", async ({ servers }) => {
    const response = await postRun(servers.appUrl, singleRun("openai", "gpt-4", "word ".repeat(60_000)));
    expect((await response.json()).error.message).toMatch(/75,000 tokens.*8,192/);
  });

  for (const [model, code] of [
    ["fake/401-echo-key", "wrong-key"],
    ["fake/402", "no-credit"],
    ["fake/429-spend-limit", "no-credit"],
    ["fake/no-such-model", "unknown-model"],
    ["fake/html", "not-an-api"],
    ["fake/redirect-307", "redirected"],
  ] as const) {
    test(`[R06] ${model} ends the sample as ${code}, and the key is nowhere in what we answer`, async ({
      servers,
    }) => {
      const text = await (await postRun(servers.appUrl, singleRun("openai", model))).text();
      const failed = parseEvents(text).find(({ event }) => event === "sample-error");
      expect(failed?.data).toMatchObject({ code });
      expect(text).not.toContain("CANARY");
      expect(text).not.toContain(servers.openaiKey.slice(-12));
    });
  }

  test("[R18] text with U+0000 and lone surrogates is sent and comes back well-formed", async ({
    servers,
  }) => {
    const body = JSON.stringify(singleRun("openai", "fake/ok", "hostile-text-1 a\u0000b \ud800 c"));
    expect(body).toContain("\\ud800");
    const events = await runToEnd(servers.appUrl, body);
    expect(events.at(-1)?.data).toMatchObject({ status: "complete" });
    const [call] = await callsFor(servers.fakeUrl, "hostile-text-1");
    expect(JSON.stringify(call?.body)).toContain("hostile-text-1 ab \uFFFD c");
    const end = events.find(({ event }) => event === "sample-end");
    expect(String(end?.data.text).isWellFormed()).toBe(true);
  });
});

test.describe("who may ask", () => {
  test("[R05] a run of another browser does not exist, on every route, to the byte", async ({
    servers,
    browser,
  }) => {
    const mine = await browser.newContext({ baseURL: servers.appUrl });
    const theirs = await browser.newContext({ baseURL: servers.appUrl });
    try {
      const page = await mine.newPage();
      await page.goto("/keys");
      const runId = await page.evaluate(
        async (body) => {
          const response = await fetch("/api/runs", {
            method: "POST",
            headers: { "content-type": "application/json" },
            body,
          });
          const text = await response.text();
          return /"runId":"([^"]+)"/.exec(text)?.[1] ?? "";
        },
        JSON.stringify(singleRun("openai", "fake/ok")),
      );
      expect(runId).toMatch(/^run_[A-Za-z0-9_-]{22}$/);
      const other = await theirs.newPage();
      await other.goto("/keys");
      const ask = (id: string) =>
        other.evaluate(async (run) => {
          const answers: string[] = [];
          for (const [method, address] of [
            ["GET", `/api/runs/${run}`],
            ["GET", `/api/runs/${run}/events`],
            ["POST", `/api/runs/${run}/stop`],
          ] as const) {
            const response = await fetch(address, { method });
            const body = (await response.text()).replace(/req_[A-Za-z0-9_-]{22}/, "req");
            answers.push(`${response.status} ${body}`);
          }
          return answers;
        }, id);
      const foreign = await ask(runId);
      expect(foreign).toEqual(await ask("run_AAAAAAAAAAAAAAAAAAAAAA"));
      for (const answer of foreign) expect(answer).toMatch(/^404 /);
      // The owner still sees it.
      expect(await page.evaluate(async (run) => (await fetch(`/api/runs/${run}`)).status, runId)).toBe(200);
      // A script on the same machine holds no cookie of that browser.
      expect((await fetch(`${servers.appUrl}/api/runs/${runId}`)).status).toBe(404);
    } finally {
      await mine.close();
      await theirs.close();
    }
  });

  test("[R15] writes from elsewhere are refused on every route, and nothing reaches the provider", async ({
    servers,
  }) => {
    const marker = "csrf-marker-1";
    const body = JSON.stringify(singleRun("openai", "fake/ok", marker));
    const writes: [string, string][] = [
      ["POST", "/api/runs"],
      ["POST", "/api/runs/run_AAAAAAAAAAAAAAAAAAAAAA/stop"],
      ["PUT", "/api/keys/openai"],
      ["DELETE", "/api/keys/openai"],
      ["POST", "/api/keys/openai/test"],
      ["POST", "/api/checks"],
      ["POST", "/api/judgements"],
    ];
    const origins: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      {
        origin: "https://evil.example",
        "x-forwarded-host": "evil.example",
        host: new URL(servers.appUrl).host,
      },
      { origin: "http://127.0.0.1:1" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: "http://sub.localhost" },
    ];
    for (const [method, path] of writes) {
      for (const headers of origins) {
        for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"]) {
          const response = await fetch(`${servers.appUrl}${path}`, {
            method,
            headers: { "content-type": type, ...headers },
            body,
          });
          expect(response.status, `${method} ${path} ${JSON.stringify(headers)} ${type}`).toBe(403);
        }
      }
    }
    expect(await callsFor(servers.fakeUrl, marker)).toHaveLength(0);
  });

  test("[R09] in hosted mode nothing a person sends spends the server's key", async ({ servers }) => {
    const marker = "hosted-marker-1";
    const origin = { origin: servers.hostedOrigin };
    const attempts: [unknown, Record<string, string>][] = [
      [singleRun("openai", "fake/ok", marker), {}],
      ...["", "x", null, [], {}, " "].map((apiKey): [unknown, Record<string, string>] => [
        { ...singleRun("openai", "fake/ok", marker), apiKey },
        {},
      ]),
      [singleRun("openai", "fake/ok", marker), { authorization: "Bearer x", "x-api-key": "x" }],
      [singleRun("OpenAI", "fake/ok", marker), {}],
      [singleRun("openai ", "fake/ok", marker), {}],
      [
        singleRun("openai", "fake/ok", marker),
        { cookie: "__Host-afterprompt_key_openai=x; afterprompt_key_openai=y" },
      ],
    ];
    for (const [body, headers] of attempts) {
      const response = await postRun(servers.hostedUrl, body, { ...origin, ...headers });
      expect([400, 401]).toContain(response.status);
    }
    expect(await callsFor(servers.fakeUrl, marker)).toHaveLength(0);
    expect((await postRun(servers.hostedUrl, singleRun("demo", "demo"), {})).status).toBe(403);
    expect((await postRun(servers.hostedUrl, singleRun("demo", "demo"), origin)).status).toBe(200);
  });

  test("[R01][R04] a private address is refused the same way whatever is behind it", async ({ servers }) => {
    const save = (baseUrl: string) =>
      fetch(`${servers.hostedUrl}/api/keys/custom`, {
        method: "PUT",
        headers: { "content-type": "application/json", origin: servers.hostedOrigin },
        body: JSON.stringify({ apiKey: "sk-x", baseUrl }),
      });
    const answers = await Promise.all(
      [
        servers.fakeUrl,
        "http://127.0.0.1:1/v1",
        "https://[::ffff:169.254.169.254]/v1",
        "http://10.1.2.3/v1",
      ].map(async (address) => {
        const response = await save(address);
        const { error } = await response.json();
        return { status: response.status, code: error.code, message: error.message, field: error.field };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 400, code: "address-refused", field: "baseUrl" });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

test("health and description answer", async ({ servers }) => {
  expect((await fetch(`${servers.appUrl}/api/health/live`)).status).toBe(200);
  expect((await fetch(`${servers.appUrl}/api/health/ready`)).status).toBe(200);
  const document = await (await fetch(`${servers.appUrl}/api/openapi.json`)).json();
  expect(Object.keys(document.paths)).toContain("/api/runs/{id}/events");
  const missing = await fetch(`${servers.appUrl}/api/nothing`);
  expect(missing.status).toBe(404);
  expect(await missing.json()).toMatchObject({ error: { code: "not-found" } });
});

test("[R06] a key that a provider echoes is in no log and in no file of ours, in no spelling", async ({
  servers,
}) => {
  for (const provider of ["openai", "anthropic"]) {
    await runToEnd(servers.appUrl, singleRun(provider, "fake/401-echo-key"));
    await runToEnd(servers.appUrl, singleRun(provider, "fake/bad-parameter"));
  }
  const files = readdirSync(servers.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(0);
  for (const key of [servers.openaiKey, servers.anthropicKey]) {
    const spellings = [key.slice(-12), encodeURIComponent(key), Buffer.from(key).toString("base64")];
    for (const file of [...files, servers.logFile]) {
      const text = readFileSync(file, "utf8");
      for (const spelling of spellings) expect(text.includes(spelling), file).toBe(false);
    }
  }
});

test("[R36] asking for the head of a stream begins no stream", async ({ servers }) => {
  const response = await fetch(`${servers.appUrl}/api/runs/run_AAAAAAAAAAAAAAAAAAAAAA/events`, {
    method: "HEAD",
  });
  expect(response.status).toBe(405);
});
