import { describe, expect, test, vi } from "vitest";
import { ProviderError } from "#lib/providers/errors.ts";
import { eventNames, prepared, setUp, textOf } from "./hub.fixture.ts";

describe("a run", () => {
  test("[RS2][RS4] begins, streams, ends each sample once and ends itself last", async () => {
    const { hub, calls, start, defects } = setUp();
    const runId = await start();
    const reading = textOf(await hub.watch("own_a", runId, 0));
    await vi.waitFor(() => expect(calls).toHaveLength(2));
    for (const call of calls) {
      call.sink.text("A golden light");
      call.finish({ usage: { inputTokens: 8, outputTokens: 4 } });
    }
    const names = eventNames(await reading);
    expect(names[0]).toBe("run-start");
    expect(names.at(-1)).toBe("run-end");
    expect(names.filter((name) => name === "sample-end")).toHaveLength(2);
    expect(await hub.snapshot("own_a", runId)).toMatchObject({
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
    await start();
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
    const runId = await start();
    await vi.waitFor(() => expect(calls).toHaveLength(8));
    calls[0]?.sink.text("half a");
    await hub.stop("own_a", runId);
    expect(calls.every(({ request }) => request.signal.aborted)).toBe(true);
    calls[0]?.sink.text(" LATE");
    await hub.stop("own_a", runId);
    await vi.waitFor(() => expect(hub.running()).toBe(0));
    const { status, samples } = await hub.snapshot("own_a", runId);
    expect(status).toBe("stopped");
    expect(samples).toHaveLength(8);
    expect(samples.find(({ sample }) => sample === 0)).toMatchObject({ text: "half a", ending: "stopped" });
    expect(calls).toHaveLength(8);
  });

  test("[R05] a run of somebody else reads exactly like one that does not exist", async () => {
    const { hub, start } = setUp();
    const runId = await start("own_a");
    const ways: ((owner: string, id: string) => Promise<unknown>)[] = [
      (owner, id) => hub.snapshot(owner, id),
      (owner, id) => hub.stop(owner, id),
      (owner, id) => hub.watch(owner, id, 0),
    ];
    const messageOf = (work: () => Promise<unknown>) =>
      work().then(
        () => null,
        (error) => (error instanceof Error ? error.message : null),
      );
    for (const way of ways) {
      const foreign = await messageOf(() => way("own_b", runId));
      expect(foreign).not.toBeNull();
      expect(foreign).toBe(await messageOf(() => way("own_a", "run_AAAAAAAAAAAAAAAAAAAAAA")));
    }
    expect((await hub.snapshot("own_a", runId)).status).toBe("running");
    await hub.stop("own_a", runId);
  });

  test("[R38][RS13] the same key and body join the first run; another body is refused; other owners are apart", async () => {
    const { hub, start } = setUp();
    const same = { key: "k1", bodyHash: "h1" };
    // At the same time: the first is not durable yet when the others come.
    const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => start("own_a", same)));
    for (const other of others) expect(other).toBe(first);
    expect(await start("own_a", same)).toBe(first);
    await expect(start("own_a", { key: "k1", bodyHash: "h2" })).rejects.toThrow(/already used/);
    expect(await start("own_b", same)).not.toBe(first);
    expect(await start("own_a", { key: "k2", bodyHash: "h1" })).not.toBe(first);
    expect(hub.running()).toBe(3);
    await hub.close(0);
  });

  test("[R38][RS13] a browser's very first request, repeated before it heard of its owner, joins the run", async () => {
    const { hub, startAs } = setUp();
    const idempotency = { key: "5f4dcc3b-5aa7-4d61-8d83-27deb882cf99", bodyHash: "h1" };
    const first = await startAs({ id: "own_first", isNew: true }, idempotency);
    expect(await startAs({ id: "own_second", isNew: true }, idempotency)).toEqual(first);
    expect(await startAs({ id: "own_first", isNew: false }, idempotency)).toEqual(first);
    expect(await startAs({ id: "own_other", isNew: false }, idempotency)).not.toEqual(first);
    expect(hub.running()).toBe(2);
    await hub.close(0);
  });

  test("an owner has so many runs open and no more, where the server says so", async () => {
    const { hub, start } = setUp({ openRuns: 2 });
    const atOnce = await Promise.allSettled([start("own_a"), start("own_a"), start("own_a")]);
    expect(atOnce.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    await expect(start("own_a")).rejects.toThrow(/2 runs open/);
    await start("own_b");
    await hub.close(0);
  });

  test("[RS2][RS4] a defect while a sample is finished ends the sample and the run, and is reported", async () => {
    for (const broken of ["holdChecks", "costUsd"] as const) {
      const { hub, calls, startAs, defects, protocol } = setUp({ count: 1 });
      const fail = () => {
        throw new RangeError("Invalid string length");
      };
      const { runId } = await startAs({ id: "own_a", isNew: false }, undefined, {
        ...prepared(protocol, 1),
        [broken]: fail,
      });
      const reading = textOf(await hub.watch("own_a", runId, 0));
      await vi.waitFor(() => expect(calls).toHaveLength(1));
      calls[0]?.sink.text("paid for");
      calls[0]?.finish();
      const names = eventNames(await reading);
      expect(names.filter((name) => name === "sample-end" || name === "sample-error")).toHaveLength(1);
      expect(names.at(-1)).toBe("run-end");
      expect(defects.length).toBeGreaterThan(0);
      expect(JSON.stringify(await hub.snapshot("own_a", runId))).toContain("paid for");
    }
  });

  test("[R36][RS11] without a viewer it is given up after the grace time; with one back in time it goes on", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { hub, calls, start } = setUp({ graceMs: 10_000 });
      const runId = await start();
      const first = await hub.watch("own_a", runId, 0);
      await first.cancel();
      vi.advanceTimersByTime(9_900);
      expect(calls[0]?.request.signal.aborted).toBe(false);
      const second = await hub.watch("own_a", runId, 0);
      const third = await hub.watch("own_a", runId, 0);
      vi.advanceTimersByTime(60_000);
      expect(calls[0]?.request.signal.aborted).toBe(false);
      await second.cancel();
      vi.advanceTimersByTime(60_000);
      expect(calls[0]?.request.signal.aborted).toBe(false);
      await third.cancel();
      await vi.advanceTimersByTimeAsync(10_001);
      expect(calls[0]?.request.signal.aborted).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a sample that fails", () => {
  test("[R27][RS7] is called again before any output, each time announced, and then fails with its sentence", async () => {
    const { hub, calls, start } = setUp({ count: 1 });
    const runId = await start();
    const reading = textOf(await hub.watch("own_a", runId, 0));
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await vi.waitFor(() => expect(calls).toHaveLength(attempt), { timeout: 5_000 });
      calls[attempt - 1]?.fail(
        new ProviderError("overloaded", "Busy.", { retryable: true, retryAfterMs: 100 }),
      );
    }
    const text = await reading;
    expect([...text.matchAll(/"attempt":(\d)/g)].map(([, attempt]) => attempt)).toEqual(["1", "2", "3"]);
    expect(eventNames(text).filter((name) => name === "sample-error")).toHaveLength(1);
    expect(await hub.snapshot("own_a", runId)).toMatchObject({
      status: "failed",
      errors: [{ code: "overloaded", message: "Busy.", costUsd: 0 }],
    });
  });

  test("[R27] is never called again once output began; what came is kept and charged", async () => {
    const { hub, calls, start } = setUp({ count: 1 });
    const runId = await start();
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    calls[0]?.sink.text("Twelve chars");
    calls[0]?.fail(new ProviderError("overloaded", "Busy.", { retryable: true }));
    await vi.waitFor(() => expect(hub.running()).toBe(0));
    expect(calls).toHaveLength(1);
    const [failed] = (await hub.snapshot("own_a", runId)).errors;
    expect(failed).toMatchObject({ text: "Twelve chars", usage: { outputTokens: 3, estimated: true } });
    expect(failed?.costUsd).toBeGreaterThan(0);
  });

  test("[R06] by a defect of ours says nothing of the error to the page", async () => {
    const { hub, calls, start, defects } = setUp({ count: 1 });
    const runId = await start();
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    calls[0]?.fail(new TypeError("boom with sk-CANARY-123"));
    await vi.waitFor(() => expect(hub.running()).toBe(0));
    expect(JSON.stringify(await hub.snapshot("own_a", runId))).not.toContain("CANARY");
    expect(defects).toHaveLength(1);
  });

  test("[R33][RS14] an output of more than a million characters is cut and the call is closed", async () => {
    const { hub, calls, start } = setUp({ count: 1 });
    const runId = await start();
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    calls[0]?.sink.text("x".repeat(999_999));
    calls[0]?.sink.text("yz");
    expect(calls[0]?.request.signal.aborted).toBe(true);
    await vi.waitFor(() => expect(hub.running()).toBe(0));
    const [sample] = (await hub.snapshot("own_a", runId)).samples;
    expect(sample?.ending).toBe("cut");
    expect(sample?.text.length).toBe(1_000_000);
    expect(sample?.text.endsWith("xy")).toBe(true);
  });
});
