import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type FakeProvider, startFakeProvider } from "#e2e/fake-provider.ts";
import { ProviderError, type ProviderErrorCode } from "./errors.ts";
import type {
  Clocks,
  Completion,
  Connection,
  Ending,
  Params,
  Protocol,
  ReportedUsage,
  ResponseSchema,
} from "./types.ts";

const KEY = "sk-CANARY-7f3Kq9Zt2LmX8wPv";
const PATIENT: Clocks = { headersMs: 5_000, firstTokenMs: 5_000, idleMs: 5_000, totalMs: 15_000 };
/** A failure is to be seen within its clock and this much, ms. */
const SLACK_MS = 1_000;

export interface ContractCase {
  protocol: Protocol;
  baseUrl(fake: FakeProvider): string;
  /** The body that goes out for `params` with everything set, except for model and messages. */
  params: { asked: Params; sent: Record<string, unknown> };
  /** What goes out for SCHEMA beside everything in `params`. */
  responseSchema: Record<string, unknown>;
  /** What a system and a user message become. */
  messages: Record<string, unknown>;
  /** Headers beside those of HTTP itself. */
  headers: readonly string[];
}

interface Outcome {
  completion: Completion | null;
  error: ProviderError | null;
  text: string;
  thinking: string;
  sinkCalls: number;
  tookMs: number;
}

interface Asking {
  clocks?: Clocks;
  params?: Params;
  responseSchema?: ResponseSchema;
  signal?: AbortSignal;
  connection?: Partial<Connection>;
  prompt?: string;
  onText?(text: string): void;
}

/** An answer's shape, as it is handed over the port. */
export const SCHEMA: ResponseSchema = {
  name: "colours",
  schema: {
    type: "object",
    properties: { colours: { type: "array", items: { type: "string" } } },
    required: ["colours"],
    additionalProperties: false,
  },
};

/** What every wire protocol has to do, shown over HTTP against the fake provider. */
export function protocolContract(contract: ContractCase): void {
  const { protocol, baseUrl, params, messages, headers } = contract;
  let fake: FakeProvider;
  beforeAll(async () => {
    fake = await startFakeProvider();
  });
  afterAll(() => fake.close());
  afterEach(() => {
    fake.reset();
    vi.unstubAllEnvs();
  });

  const connect = (over: Partial<Connection> = {}): Connection => ({
    baseUrl: baseUrl(fake),
    apiKey: KEY,
    allowedHosts: [fake.host],
    streamUsage: true,
    ...over,
  });

  async function ask(scenario: string, asking: Asking = {}): Promise<Outcome> {
    const outcome: Outcome = {
      completion: null,
      error: null,
      text: "",
      thinking: "",
      sinkCalls: 0,
      tookMs: 0,
    };
    const startedAt = performance.now();
    const request = {
      model: `fake/${scenario}`,
      messages: [{ role: "user" as const, content: asking.prompt ?? `Play ${scenario}.` }],
      params: asking.params ?? {},
      ...(asking.responseSchema === undefined ? {} : { responseSchema: asking.responseSchema }),
      signal: asking.signal ?? new AbortController().signal,
      clocks: asking.clocks ?? PATIENT,
    };
    try {
      outcome.completion = await protocol.complete(connect(asking.connection), request, {
        text(delta) {
          outcome.text += delta;
          outcome.sinkCalls += 1;
          asking.onText?.(delta);
        },
        thinking(delta) {
          outcome.thinking += delta;
        },
      });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      outcome.error = error;
    }
    outcome.tookMs = performance.now() - startedAt;
    return outcome;
  }

  const answer = (scenario: string): string =>
    `Here is answer number 1 to what was asked: “Play ${scenario}.”. It is short, plain and always the same.`;
  const tokens = (text: string): string[] => text.match(/\s*\S+/g) ?? [];
  const usageOf = (scenario: string): ReportedUsage => ({
    inputTokens: Math.ceil(`Play ${scenario}.`.length / 4),
    outputTokens: tokens(answer(scenario)).length,
  });

  describe("what goes out", () => {
    test("only what was asked for, in the protocol's words", async () => {
      await protocol.complete(
        connect(),
        {
          model: "fake/ok",
          messages: [
            { role: "system", content: "Be brief." },
            { role: "user", content: "Hello." },
          ],
          params: params.asked,
          signal: new AbortController().signal,
          clocks: PATIENT,
        },
        { text: () => undefined, thinking: () => undefined },
      );
      expect(fake.calls().map(({ body }) => body)).toEqual([
        { model: "fake/ok", ...messages, ...params.sent },
      ]);
    });

    test.each([
      ["alone", {}],
      ["beside an effort", { reasoningEffort: params.asked.reasoningEffort }],
    ])("[IP7] a schema for the answer, %s, in the protocol's words", async (_, asked) => {
      const completion = await protocol.complete(
        connect(),
        {
          model: "fake/ok",
          messages: [{ role: "user", content: "Hello." }],
          params: asked,
          responseSchema: SCHEMA,
          signal: new AbortController().signal,
          clocks: PATIENT,
        },
        { text: () => undefined, thinking: () => undefined },
      );
      expect(completion.ending).toBe("complete");
      expect(fake.calls().map(({ body }) => body)).toMatchObject([contract.responseSchema]);
    });

    test("[IP7] a schema beyond what services take is refused as a bad parameter, before anything is written", async () => {
      const { error, text } = await ask("ok", {
        responseSchema: { name: "bounded", schema: { type: "object", properties: { a: { minLength: 1 } } } },
      });
      expect(error?.code).toBe("bad-parameter");
      expect(text).toBe("");
      expect(fake.calls().map(({ tokensSent }) => tokensSent)).toEqual([0]);
    });

    test("[R09] one credential, and nothing that the environment holds", async () => {
      for (const name of ["OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY", "ANTHROPIC_AUTH_TOKEN"]) {
        vi.stubEnv(name, "sk-from-the-environment");
      }
      for (const name of ["OPENAI_CUSTOM_HEADERS", "ANTHROPIC_CUSTOM_HEADERS"]) {
        vi.stubEnv(name, "authorization: Bearer sk-from-the-environment\nx-extra: sk-from-the-environment");
      }
      await ask("ok");
      const [call] = fake.calls();
      expect(call?.key).toBe(KEY);
      const http = [
        "host",
        "connection",
        "content-length",
        "accept",
        "accept-encoding",
        "content-type",
        "user-agent",
      ];
      expect(Object.keys(call?.headers ?? {}).sort()).toEqual([...http, ...headers].sort());
      expect(JSON.stringify(call)).not.toContain("from-the-environment");
    });

    test("[R09] without a key none is sent, not even the server's own", async () => {
      vi.stubEnv("OPENAI_API_KEY", "sk-server");
      vi.stubEnv("ANTHROPIC_API_KEY", "sk-server");
      const { error } = await ask("ok", { connection: { apiKey: null } });
      expect(error?.code).toBe("no-key");
      expect(fake.calls().map(({ key }) => key)).toEqual([null]);
      expect(JSON.stringify(fake.calls())).not.toContain("sk-server");
    });

    test("a key that no header can carry is a wrong key, and no call is made", async () => {
      const { error } = await ask("ok", { connection: { apiKey: "sk-with a space\n" } });
      expect(error?.code).toBe("wrong-key");
      expect(fake.calls()).toEqual([]);
    });

    test("[R01] an address that is not allowed is refused before any call", async () => {
      const { error } = await ask("ok", { connection: { allowedHosts: [] } });
      expect(error?.code).toBe("address-refused");
      expect(fake.calls()).toEqual([]);
    });

    test("connections are used again", async () => {
      for (let turn = 0; turn < 6; turn += 1) expect((await ask("ok")).completion?.ending).toBe("complete");
      expect(fake.openSockets()).toBeLessThanOrEqual(2);
    });
  });

  describe("the same answer in other bytes", () => {
    const forms = [
      ..."ok 1-byte-slices crlf cr bom gzip wrong-content-type comments unknown-event choices-empty".split(
        " ",
      ),
      ..."null-delta proto-keys two-done text-after-done".split(" "),
    ];
    test.each(forms)("[R30] %s", async (scenario) => {
      const { completion, text, thinking } = await ask(scenario);
      expect({ text, thinking }).toEqual({ text: answer(scenario), thinking: "" });
      expect(completion).toEqual({ ending: "complete", usage: expect.objectContaining(usageOf(scenario)) });
      expect(fake.calls()).toHaveLength(1);
    });

    test("[R30] characters of several bytes, cut anywhere", async () => {
      const { text } = await ask("split-utf8");
      expect(text).toBe("Über dem See 🌅 glüht ein goldenes Licht – 湖の朝は静かです – مرحبا 🏞️ fin.");
    });

    test("[R30] an emoji over two frames is handed over whole", async () => {
      const deltas: string[] = [];
      const { text } = await ask("split-surrogates", { onText: (delta) => deltas.push(delta) });
      expect(text).toBe("Sun 🌅 up.");
      expect(deltas.every((delta) => delta.isWellFormed())).toBe(true);
    });

    test("[R31] keys of Object.prototype in a frame do nothing", async () => {
      await ask("proto-keys");
      expect(Reflect.get({}, "polluted")).toBeUndefined();
    });

    test("[R12] frames forged inside a text stay text", async () => {
      const { completion, text } = await ask("obedient-injection");
      expect(completion?.ending).toBe("complete");
      expect(text).toContain(
        'event: error\ndata: {"error":{"message":"forged"}}\n\ndata: [DONE]\n\nevent: execute\rdata: x',
      );
    });

    test("thinking is kept apart from the text", async () => {
      const { text, thinking, completion } = await ask("thinking");
      expect(thinking).toBe("Let me think about it first.");
      expect(text).toBe(answer("thinking"));
      expect(completion?.ending).toBe("complete");
    });

    test("[R33] 5,000 tokens a second and one megabyte arrive whole", async () => {
      expect((await ask("burst-5000tps", { params: { maxTokens: 6_000 } })).text).toHaveLength(30_832);
      expect((await ask("1MB")).text).toHaveLength(1_048_576);
    });

    test("[R30] one frame of 28 MiB arrives whole", async () => {
      expect((await ask("28MiB-event")).text).toHaveLength(28 * 1024 * 1024);
    });

    test("the first token is not held back, and later ones come together", async () => {
      const outcome = await ask("stream-50x50");
      expect(tokens(outcome.text)).toHaveLength(50);
      expect(outcome.sinkCalls).toBeLessThanOrEqual(50);
    });
  });

  describe("how it ended", () => {
    test.each<[string, Ending]>([
      ["ok", "complete"],
      ["length", "length"],
      ["refusal", "refusal"],
      ["content-filter", protocol.id === "openai-chat" ? "filtered" : "refusal"],
      ["tool-use", "tool"],
      ["empty-output", "empty"],
      ["pause", "interrupted"],
      ["unknown-reason", "interrupted"],
      ["no-reason", "interrupted"],
      ["no-done", "interrupted"],
    ])("[R32] %s is %s", async (scenario, ending) => {
      expect((await ask(scenario)).completion?.ending).toBe(ending);
    });

    test("[R32] a bound that was asked for ends it with length", async () => {
      const { completion, text } = await ask("ok", { params: { maxTokens: 5 } });
      expect(completion?.ending).toBe("length");
      expect(tokens(text)).toHaveLength(5);
    });

    test.each([1, 2, 3, 4, 5, 6, 7, 8])(
      "[R29] a stream that ends after %i tokens is interrupted",
      async (count) => {
        const { completion, text } = await ask(`clean-eof-${count}`);
        expect(completion).toEqual({ ending: "interrupted", usage: null });
        expect(text).toBe(
          tokens(answer(`clean-eof-${count}`))
            .slice(0, count)
            .join(""),
        );
      },
    );

    test("[R29] a connection that is reset is interrupted, with what had been read", async () => {
      const { completion, text } = await ask("rst-9");
      expect(completion?.ending).toBe("interrupted");
      expect(text).not.toBe("");
      expect(answer("rst-9").startsWith(text)).toBe(true);
    });

    test.each<[string, ProviderErrorCode]>([
      ["clean-eof-0", "unreachable"],
      ["rst-0", "unreachable"],
      ["fin-before-headers", "unreachable"],
    ])("[R29] before any output %s is thrown, and worth another try", async (scenario, code) => {
      const { error, text } = await ask(scenario);
      expect(error).toMatchObject({ code, retryable: true });
      expect(text).toBe("");
    });

    test.each<[string, ProviderErrorCode]>([
      ["malformed-json-4", "malformed"],
      ["malformed-key-4", "malformed"],
      ["wrong-type-4", "malformed"],
      ["error-mid-stream-named-4", "provider-failed"],
      ["error-mid-stream-flat-4", "provider-failed"],
      ["error-mid-stream-nested-4", "provider-failed"],
      ["error-mid-stream-overloaded-4", "overloaded"],
    ])("[R31] %s is thrown as %s, what came before is kept, no frame is quoted", async (scenario, code) => {
      const { error, text } = await ask(scenario);
      expect(error?.code).toBe(code);
      expect(text).toBe(tokens(answer(scenario)).slice(0, 4).join(""));
      expect(error?.message).not.toMatch(/never shown|secret-in-a-frame|upstream connect|Unexpected token/i);
    });
  });

  describe("clocks", () => {
    const soon = (clocks: Partial<Clocks>): Clocks => ({ ...PATIENT, ...clocks });

    test.each<[string, Clocks, ProviderErrorCode]>([
      ["no-headers", soon({ headersMs: 200 }), "timed-out"],
      ["headers-then-nothing", soon({ firstTokenMs: 200 }), "stalled"],
      ["slow-first-token-4000", soon({ firstTokenMs: 200 }), "stalled"],
      ["comments-only", soon({ firstTokenMs: 200, idleMs: 200 }), "stalled"],
      ["comments-only", soon({ totalMs: 200 }), "timed-out"],
    ])("[R28][RS9] before any output %s is given up on", async (scenario, clocks, code) => {
      const { error, tookMs } = await ask(scenario, { clocks });
      expect(error?.code).toBe(code);
      expect(tookMs).toBeLessThan(200 + SLACK_MS);
      await fake.until(([call]) => call?.clientClosedAtMs !== null && call !== undefined);
    });

    test.each<[string, Clocks]>([
      ["stall-4", soon({ idleMs: 200 })],
      ["pings-4", soon({ idleMs: 200 })],
      ["held", soon({ totalMs: 400 })],
    ])(
      "[R28] after output %s is interrupted, the text kept and the socket closed",
      async (scenario, clocks) => {
        const { completion, text, tookMs } = await ask(scenario, { clocks });
        expect(completion?.ending).toBe("interrupted");
        expect(text).toContain("Here is answer");
        expect(tookMs).toBeLessThan(400 + SLACK_MS);
        await fake.until(([call]) => call?.clientClosedAtMs !== null && call !== undefined);
      },
    );

    test("[R28][RS9] a slow stream that keeps moving is not given up on", async () => {
      const { completion } = await ask("stream-12x10", {
        clocks: soon({ idleMs: 400, firstTokenMs: 800, headersMs: 400 }),
      });
      expect(completion?.ending).toBe("complete");
    });
  });

  describe("stop", () => {
    test.each(["no-headers", "headers-then-nothing", "held", "comments-only"])(
      "[R35] %s: the socket closes within 500 ms of the stop",
      async (scenario) => {
        const stopping = new AbortController();
        const asked = ask(scenario, { signal: stopping.signal, onText: () => stopping.abort() });
        await fake.until((calls) => calls.length === 1);
        if (scenario !== "held") stopping.abort();
        const stoppedAt = performance.now();
        expect((await asked).completion?.ending).toBe("stopped");
        await fake.until(([call]) => call?.clientClosedAtMs !== null && call !== undefined);
        expect(performance.now() - stoppedAt).toBeLessThan(500);
      },
    );

    test("[R35] nothing reaches the sink after the stop", async () => {
      const stopping = new AbortController();
      const { sinkCalls, completion } = await ask("held", {
        signal: stopping.signal,
        onText: () => stopping.abort(),
      });
      expect(sinkCalls).toBe(1);
      expect(completion?.ending).toBe("stopped");
    });

    test("[R35] stopped before it starts, no call is made", async () => {
      expect((await ask("ok", { signal: AbortSignal.abort() })).completion?.ending).toBe("stopped");
      expect(fake.calls()).toEqual([]);
    });

    test("[R35] 40 at once", async () => {
      const stopping = new AbortController();
      let begun = 0;
      const all = Array.from({ length: 40 }, () => {
        let first = true;
        return ask("held", {
          signal: stopping.signal,
          onText() {
            if (first) begun += 1;
            first = false;
          },
        });
      });
      await vi.waitFor(() => expect(begun).toBe(40), 5_000);
      stopping.abort();
      const stoppedAt = performance.now();
      const endings = (await Promise.all(all)).map(({ completion }) => completion?.ending);
      expect(new Set(endings)).toEqual(new Set(["stopped"]));
      await fake.until((calls) => calls.every(({ clientClosedAtMs }) => clientClosedAtMs !== null));
      expect(performance.now() - stoppedAt).toBeLessThan(500);
    });
  });

  describe("refusals", () => {
    test.each<[string, ProviderErrorCode, boolean, number | undefined]>([
      ["400", "bad-parameter", false, undefined],
      ["401-echo-key", "wrong-key", false, undefined],
      ["402", "no-credit", false, undefined],
      ["403", "forbidden", false, undefined],
      ["404-model", "unknown-model", false, undefined],
      ["there-is-no-such-model", "unknown-model", false, undefined],
      ["408", "timed-out", true, undefined],
      ["409", "provider-failed", true, undefined],
      ["413", "prompt-too-long", false, undefined],
      ["422", "bad-parameter", false, undefined],
      ["429", "rate-limited", false, undefined],
      ["429-retry-5", "rate-limited", true, 5_000],
      ["429-retry-0", "rate-limited", true, 0],
      ["429-retry-2592000", "rate-limited", true, 2_592_000_000],
      ["429-retry-past", "rate-limited", true, 0],
      ["429-retry--1", "rate-limited", false, undefined],
      ["429-retry-NaN", "rate-limited", false, undefined],
      ["429-retry-5, 10", "rate-limited", false, undefined],
      ["429-spend-limit", "no-credit", false, undefined],
      ["429-quota", "no-credit", false, undefined],
      ["500", "provider-failed", true, undefined],
      ["502-html", "provider-failed", true, undefined],
      ["503", "overloaded", true, undefined],
      ["504", "provider-failed", true, undefined],
      ["529", "overloaded", true, undefined],
      ["context-length", "prompt-too-long", false, undefined],
      ["bad-parameter", "bad-parameter", false, undefined],
      ["html", "not-an-api", false, undefined],
      ["json", "not-an-api", false, undefined],
    ])("[R27] %s is %s and one call", async (scenario, code, retryable, retryAfterMs) => {
      const { error } = await ask(scenario);
      expect(error).toMatchObject({ code, retryable });
      expect(error?.retryAfterMs).toBe(retryAfterMs);
      expect(fake.calls()).toHaveLength(1);
    });

    test("[R27] a retry-after that is a date is the time until then", async () => {
      const { error } = await ask("429-retry-date");
      expect(error?.retryAfterMs).toBeGreaterThan(3_000);
      expect(error?.retryAfterMs).toBeLessThanOrEqual(5_000);
    });

    const redirects = ["301", "302", "303", "307", "308"].flatMap((status) =>
      ["", "-other", "-private"].map((target) => `redirect-${status}${target}`),
    );
    test.each(redirects)("[R03] %s is an error and the key goes nowhere", async (scenario) => {
      const { error } = await ask(scenario);
      expect(error).toMatchObject({ code: "redirected", retryable: false });
      expect(fake.calls().map(({ path }) => path)).not.toContainEqual(expect.stringContaining("trap"));
      expect(fake.calls()).toHaveLength(1);
    });

    test.each(["401-echo-key", "bad-parameter", "malformed-key-0", "redirect-307", "404-model", "400"])(
      "[R06] %s: nothing of the key is in the error, in any form",
      async (scenario) => {
        const { error } = await ask(scenario);
        const shown = `${error?.message} ${error?.stack} ${JSON.stringify(error)} ${String(error?.cause)}`;
        const forms = [
          KEY,
          KEY.slice(-12),
          KEY.slice(-6),
          btoa(KEY).slice(0, 12),
          encodeURIComponent(KEY),
          "CANARY",
        ];
        for (const form of forms) expect(shown).not.toContain(form);
      },
    );

    test("a server that is not there is unreachable, and worth another try", async () => {
      const gone = await startFakeProvider();
      await gone.close();
      const { error } = await ask("ok", {
        connection: { baseUrl: baseUrl(gone), allowedHosts: [gone.host] },
      });
      expect(error).toMatchObject({ code: "unreachable", retryable: true });
    });
  });

  describe("usage", () => {
    test.each(["usage-missing", "usage-null", "usage-zero", "usage-negative", "usage-huge", "usage-text"])(
      "[R34] %s is none at all, never a free answer",
      async (scenario) => {
        expect((await ask(scenario)).completion).toEqual({ ending: "complete", usage: null });
      },
    );
  });

  describe("models", () => {
    test("the provider's own list", async () => {
      const models = await protocol.listModels(connect(), new AbortController().signal);
      expect(models.map(({ id }) => id)).toContain("fake/ok");
    });

    test("a list that nobody waits for any more was not sent in time", async () => {
      await expect(protocol.listModels(connect(), AbortSignal.abort())).rejects.toMatchObject({
        code: "timed-out",
      });
      expect(fake.calls()).toEqual([]);
    });

    test("[R06] a wrong key is said without the key", async () => {
      const key = "sk-wrong-CANARY-7f3Kq9Zt";
      const listed = protocol.listModels(connect({ apiKey: key }), new AbortController().signal);
      const error = await listed.catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: "wrong-key" });
      expect(String(error)).not.toContain("CANARY");
    });

    test("a web page is not a list", async () => {
      const listed = protocol.listModels(
        connect({ baseUrl: `${fake.url}/__fake/trap` }),
        new AbortController().signal,
      );
      await expect(listed).rejects.toMatchObject({ code: "not-an-api" });
    });
  });
}
