import { describe, expect, test, vi } from "vitest";
import { ProviderError } from "#lib/providers/errors.ts";
import type { Completion, CompletionRequest, CompletionSink, Protocol } from "#lib/providers/types.ts";
import { createHub, type Idempotency, type RunOwner } from "./hub.server.ts";
import type { PreparedRun } from "./job.server.ts";
import type { PlannedSample } from "./sample.server.ts";

/** One call as the provider sees it; the test decides when each thing happens. */
interface HeldCall {
  request: CompletionRequest;
  sink: CompletionSink;
  finish(completion?: Partial<Completion>): void;
  fail(error: unknown): void;
}

/** A protocol whose calls are held until the test lets them go. An abort ends a call as a real one does. */
function heldProtocol(): { protocol: Protocol; calls: HeldCall[] } {
  const calls: HeldCall[] = [];
  const protocol: Protocol = {
    id: "openai-chat",
    listModels: async () => [],
    complete: (_connection, request, sink) =>
      new Promise((resolve, reject) => {
        request.signal.addEventListener("abort", () => resolve({ ending: "stopped", usage: null }));
        calls.push({
          request,
          sink,
          finish: (completion) => resolve({ ending: "complete", usage: null, ...completion }),
          fail: reject,
        });
      }),
  };
  return { protocol, calls };
}

function planned(protocol: Protocol, sample: number): PlannedSample {
  return {
    key: { variant: sample % 2 === 0 ? "before" : "after", case: "1", sample },
    protocol,
    connection: { baseUrl: "https://provider.example/v1", apiKey: "sk-test", allowedHosts: [] },
    keyId: "k",
    model: "m",
    messages: [{ role: "user", content: "Generate a poem about nature." }],
    params: {},
    clocks: { headersMs: 1_000, firstTokenMs: 1_000, idleMs: 1_000, totalMs: 60_000 },
    cancelStopsBilling: true,
  };
}

function prepared(protocol: Protocol, count: number): PreparedRun {
  return {
    samples: Array.from({ length: count }, (_, sample) => planned(protocol, sample)),
    holdChecks: () => [],
    costUsd: (_sample, usage) => usage.outputTokens / 1_000_000,
  };
}

function setUp(options: { count?: number; graceMs?: number; openRuns?: number } = {}) {
  const { protocol, calls } = heldProtocol();
  const defects: unknown[] = [];
  const hub = createHub({
    providerConcurrency: 64,
    onDefect: (error) => defects.push(error),
    graceMs: options.graceMs ?? 60_000,
    ...(options.openRuns === undefined ? {} : { openRuns: options.openRuns }),
  });
  const startAs = (
    owner: RunOwner,
    idempotency?: Idempotency,
    run = prepared(protocol, options.count ?? 2),
  ) => hub.start(owner, () => run, idempotency);
  const start = (id = "own_a", idempotency?: Idempotency) => startAs({ id, isNew: false }, idempotency).runId;
  return { hub, calls, start, startAs, defects, protocol };
}

const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();
const eventNames = (text: string) => [...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name);

describe("a run", () => {
  test("[RS2][RS4] begins, streams, ends each sample once and ends itself last", async () => {
    const { hub, calls, start, defects } = setUp();
    const runId = start();
    const reading = textOf(hub.watch("own_a", runId, 0));
    await vi.waitFor(() => expect(calls).toHaveLength(2));
    for (const call of calls) {
      call.sink.text("A golden light");
      call.finish({ usage: { inputTokens: 8, outputTokens: 4 } });
    }
    const names = eventNames(await reading);
    expect(names[0]).toBe("run-start");
    expect(names.at(-1)).toBe("run-end");
    expect(names.filter((name) => name === "sample-end")).toHaveLength(2);
    expect(hub.snapshot("own_a", runId)).toMatchObject({
      status: "complete",
      total: 2,
      samples: [
        {
          text: "A golden light",
          ending: "complete",
          usage: { inputTokens: 8, outputTokens: 4, estimated: false },
        },
        { text: "A golden light" },
      ],
      costUsd: 8 / 1_000_000,
    });
    expect(defects).toEqual([]);
  });

  test("[RS6] opens at most 8 calls at once, in the planned order", async () => {
    const { calls, start } = setUp({ count: 12 });
    start();
    await vi.waitFor(() => expect(calls).toHaveLength(8));
    calls[3]?.finish();
    await vi.waitFor(() => expect(calls).toHaveLength(9));
    expect(calls).toHaveLength(9);
    for (const call of calls) call.finish();
    await vi.waitFor(() => expect(calls).toHaveLength(12));
    for (const call of calls) call.finish();
  });

  test("[R35][RS10] stop aborts every open call before it returns, keeps the text and starts no more", async () => {
    const { hub, calls, start } = setUp({ count: 20 });
    const runId = start();
    await vi.waitFor(() => expect(calls).toHaveLength(8));
    calls[0]?.sink.text("half a");
    hub.stop("own_a", runId);
    expect(calls.every(({ request }) => request.signal.aborted)).toBe(true);
    calls[0]?.sink.text(" LATE");
    hub.stop("own_a", runId);
    await vi.waitFor(() => expect(hub.running()).toBe(0));
    const { status, samples } = hub.snapshot("own_a", runId);
    expect(status).toBe("stopped");
    expect(samples).toHaveLength(8);
    expect(samples.find(({ sample }) => sample === 0)).toMatchObject({ text: "half a", ending: "stopped" });
    expect(calls).toHaveLength(8);
  });

  test("[R05] a run of somebody else reads exactly like one that does not exist", async () => {
    const { hub, start } = setUp();
    const runId = start("own_a");
    const ways: ((owner: string, id: string) => unknown)[] = [
      (owner, id) => hub.snapshot(owner, id),
      (owner, id) => hub.stop(owner, id),
      (owner, id) => hub.watch(owner, id, 0),
    ];
    const messageOf = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        return error instanceof Error ? error.message : null;
      }
      return null;
    };
    for (const way of ways) {
      const foreign = messageOf(() => way("own_b", runId));
      expect(foreign).not.toBeNull();
      expect(foreign).toBe(messageOf(() => way("own_a", "run_AAAAAAAAAAAAAAAAAAAAAA")));
    }
    expect(hub.snapshot("own_a", runId).status).toBe("running");
    hub.stop("own_a", runId);
  });

  test("[R38][RS13] the same key and body join the first run; another body is refused; other owners are apart", () => {
    const { hub, start } = setUp();
    const first = start("own_a", { key: "k1", bodyHash: "h1" });
    for (let times = 0; times < 5; times += 1)
      expect(start("own_a", { key: "k1", bodyHash: "h1" })).toBe(first);
    expect(() => start("own_a", { key: "k1", bodyHash: "h2" })).toThrow(/already used/);
    expect(start("own_b", { key: "k1", bodyHash: "h1" })).not.toBe(first);
    expect(start("own_a", { key: "k2", bodyHash: "h1" })).not.toBe(first);
    expect(hub.running()).toBe(3);
    void hub.stopAll();
  });

  test("[R38][RS13] a browser's very first request, repeated before it heard of its owner, joins the run", () => {
    const { hub, startAs } = setUp();
    const idempotency = { key: "5f4dcc3b", bodyHash: "h1" };
    const first = startAs({ id: "own_first", isNew: true }, idempotency);
    expect(startAs({ id: "own_second", isNew: true }, idempotency)).toEqual(first);
    expect(startAs({ id: "own_first", isNew: false }, idempotency)).toEqual(first);
    expect(startAs({ id: "own_other", isNew: false }, idempotency)).not.toEqual(first);
    expect(hub.running()).toBe(2);
    void hub.stopAll();
  });

  test("[RS10] once the server is closing, nothing new starts", async () => {
    const { hub, calls, start } = setUp();
    const runId = start();
    const stopped = hub.stopAll();
    expect(calls.every(({ request }) => request.signal.aborted)).toBe(true);
    await stopped;
    expect(hub.snapshot("own_a", runId).status).toBe("stopped");
    expect(hub.isOpen()).toBe(false);
    expect(() => start()).toThrow(/about to restart/);
  });

  test("an owner has so many runs open and no more, where the server says so", () => {
    const { hub, start } = setUp({ openRuns: 2 });
    start("own_a");
    start("own_a");
    expect(() => start("own_a")).toThrow(/2 runs open/);
    start("own_b");
    void hub.stopAll();
  });

  test("[RS2][RS4] a defect while a sample is finished ends the sample and the run, and is reported", async () => {
    for (const broken of ["holdChecks", "costUsd"] as const) {
      const { hub, calls, startAs, defects, protocol } = setUp({ count: 1 });
      const fail = () => {
        throw new RangeError("Invalid string length");
      };
      const { runId } = startAs({ id: "own_a", isNew: false }, undefined, {
        ...prepared(protocol, 1),
        [broken]: fail,
      });
      const reading = textOf(hub.watch("own_a", runId, 0));
      await vi.waitFor(() => expect(calls).toHaveLength(1));
      calls[0]?.sink.text("paid for");
      calls[0]?.finish();
      const names = eventNames(await reading);
      expect(names.filter((name) => name === "sample-end" || name === "sample-error")).toHaveLength(1);
      expect(names.at(-1)).toBe("run-end");
      expect(defects.length).toBeGreaterThan(0);
      expect(JSON.stringify(hub.snapshot("own_a", runId))).toContain("paid for");
    }
  });

  test("[R36][RS11] without a viewer it is given up after the grace time; with one back in time it goes on", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { hub, calls, start } = setUp({ graceMs: 10_000 });
      const runId = start();
      const first = hub.watch("own_a", runId, 0);
      await first.cancel();
      vi.advanceTimersByTime(9_900);
      expect(calls[0]?.request.signal.aborted).toBe(false);
      const second = hub.watch("own_a", runId, 0);
      const third = hub.watch("own_a", runId, 0);
      vi.advanceTimersByTime(60_000);
      expect(calls[0]?.request.signal.aborted).toBe(false);
      await second.cancel();
      vi.advanceTimersByTime(60_000);
      expect(calls[0]?.request.signal.aborted).toBe(false);
      await third.cancel();
      vi.advanceTimersByTime(10_001);
      expect(calls[0]?.request.signal.aborted).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a sample that fails", () => {
  test("[R27][RS7] is called again before any output, each time announced, and then fails with its sentence", async () => {
    const { hub, calls, start } = setUp({ count: 1 });
    const runId = start();
    const reading = textOf(hub.watch("own_a", runId, 0));
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await vi.waitFor(() => expect(calls).toHaveLength(attempt), { timeout: 5_000 });
      calls[attempt - 1]?.fail(
        new ProviderError("overloaded", "Busy.", { retryable: true, retryAfterMs: 100 }),
      );
    }
    const text = await reading;
    expect([...text.matchAll(/"attempt":(\d)/g)].map(([, attempt]) => attempt)).toEqual(["1", "2", "3"]);
    expect(eventNames(text).filter((name) => name === "sample-error")).toHaveLength(1);
    expect(hub.snapshot("own_a", runId)).toMatchObject({
      status: "failed",
      errors: [{ code: "overloaded", message: "Busy.", costUsd: 0 }],
    });
  });

  test("[R27] is never called again once output began; what came is kept and charged", async () => {
    const { hub, calls, start } = setUp({ count: 1 });
    const runId = start();
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    calls[0]?.sink.text("Twelve chars");
    calls[0]?.fail(new ProviderError("overloaded", "Busy.", { retryable: true }));
    await vi.waitFor(() => expect(hub.running()).toBe(0));
    expect(calls).toHaveLength(1);
    const [failed] = hub.snapshot("own_a", runId).errors;
    expect(failed).toMatchObject({ text: "Twelve chars", usage: { outputTokens: 3, estimated: true } });
    expect(failed?.costUsd).toBeGreaterThan(0);
  });

  test("[R06] by a defect of ours says nothing of the error to the page", async () => {
    const { hub, calls, start, defects } = setUp({ count: 1 });
    const runId = start();
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    calls[0]?.fail(new TypeError("boom with sk-CANARY-123"));
    await vi.waitFor(() => expect(hub.running()).toBe(0));
    expect(JSON.stringify(hub.snapshot("own_a", runId))).not.toContain("CANARY");
    expect(defects).toHaveLength(1);
  });

  test("[R33][RS14] an output of more than a million characters is cut and the call is closed", async () => {
    const { hub, calls, start } = setUp({ count: 1 });
    const runId = start();
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    calls[0]?.sink.text("x".repeat(999_999));
    calls[0]?.sink.text("yz");
    expect(calls[0]?.request.signal.aborted).toBe(true);
    await vi.waitFor(() => expect(hub.running()).toBe(0));
    const [sample] = hub.snapshot("own_a", runId).samples;
    expect(sample?.ending).toBe("cut");
    expect(sample?.text.length).toBe(1_000_000);
    expect(sample?.text.endsWith("xy")).toBe(true);
  });
});
