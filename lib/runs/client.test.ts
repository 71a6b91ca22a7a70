import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sseFrame } from "#lib/base/sse-encode.ts";
import { followRun, type RunWatcher, startRun, type WatchOptions } from "./client.ts";
import type { RunEvent } from "./events.ts";

const key = { variant: "before", case: "1", sample: 0 };

/** A whole run as the server's numbered frames. */
function runFrames(deltas: readonly string[]): string[] {
  const events: RunEvent[] = [
    { type: "run-start", data: { runId: "run_1", total: 1 } },
    { type: "sample-start", data: { ...key, attempt: 1 } },
    ...deltas.map((text): RunEvent => ({ type: "text-delta", data: { ...key, text } })),
    { type: "run-end", data: { runId: "run_1", status: "complete", costUsd: 0 } },
  ];
  return events.map(({ type, data }, index) => sseFrame(index + 1, type, JSON.stringify(data)));
}

interface Asked {
  url: string;
  method: string;
  headers: Headers;
}

/** A server that answers from its frames; `answer` decides what becomes of each request. */
function fakeServer(answer: (asked: Asked, index: number) => Response | "network-error") {
  const asked: Asked[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = {
      url: String(input),
      method: init?.method ?? "GET",
      headers: new Headers(init?.headers),
    };
    asked.push(request);
    const response = answer(request, asked.length - 1);
    if (response === "network-error") throw new TypeError("Failed to fetch");
    return response;
  };
  return { asked, send };
}

/** A stream of these bytes that then breaks off, as a reset connection does. */
function broken(text: string, cutAt: number): Response {
  const bytes = new TextEncoder().encode(text);
  let sent = false;
  return new Response(
    new ReadableStream({
      pull(controller) {
        if (sent) return controller.error(new TypeError("network error"));
        sent = true;
        controller.enqueue(bytes.slice(0, cutAt));
      },
    }),
  );
}

function watching(send: typeof fetch) {
  const events: RunEvent[] = [];
  const states: string[] = [];
  const pauses: number[] = [];
  const watcher: RunWatcher = {
    onEvent: (event) => events.push(event),
    onConnection: (state) => states.push(state),
  };
  const options: WatchOptions = {
    signal: new AbortController().signal,
    fetch: send,
    pause: async (delayMs) => void pauses.push(delayMs),
    random: () => 0.5,
  };
  const text = () => events.map((event) => (event.type === "text-delta" ? event.data.text : "")).join("");
  return { watcher, options, events, states, pauses, text };
}

describe("startRun", () => {
  test("[R37] any sequence of cuts gives every event once, in order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1, unit: "grapheme" }), { maxLength: 12 }),
        fc.array(fc.nat(4_000), { maxLength: 8 }),
        async (deltas, cuts) => {
          const frames = runFrames(deltas);
          const { asked, send } = fakeServer(({ headers }, index) => {
            const after = Number(headers.get("last-event-id") ?? 0);
            const rest = frames.slice(after).join("");
            const cutAt = cuts[index];
            return cutAt === undefined ? new Response(rest) : broken(rest, cutAt);
          });
          const { watcher, options, events, text } = watching(send);
          const outcome = await startRun({ body: "{}", idempotencyKey: "req_1" }, watcher, options);
          expect(outcome).toEqual({ kind: "ended" });
          expect(text()).toBe(deltas.join(""));
          expect(events).toHaveLength(frames.length);
          expect(
            asked.filter(({ method }) => method === "POST").every((one) => one.url === "/api/runs"),
          ).toBe(true);
        },
      ),
    );
  });

  test("[R37] frames that come again after a cut count once", async () => {
    const frames = runFrames(["a", "b", "c"]);
    const { send } = fakeServer((_, index) =>
      index === 0 ? broken(frames.slice(0, 4).join(""), 10_000) : new Response(frames.join("")),
    );
    const { watcher, options, text } = watching(send);
    await startRun({ body: "{}", idempotencyKey: "req_1" }, watcher, options);
    expect(text()).toBe("abc");
  });

  test("[R38] a request whose answer got lost is sent again with the same key", async () => {
    const { asked, send } = fakeServer((_, index) =>
      index < 2 ? "network-error" : new Response(runFrames(["x"]).join("")),
    );
    const { watcher, options, text } = watching(send);
    expect(await startRun({ body: "{}", idempotencyKey: "req_same" }, watcher, options)).toEqual({
      kind: "ended",
    });
    expect(asked.map(({ headers }) => headers.get("idempotency-key"))).toEqual([
      "req_same",
      "req_same",
      "req_same",
    ]);
    expect(text()).toBe("x");
  });

  test("a refusal is handed back as the server worded it, and is not asked again", async () => {
    const error = { code: "prompt-empty", message: "This prompt is empty.", field: "variants.0.prompt" };
    const { asked, send } = fakeServer(() => Response.json({ error }, { status: 400 }));
    const { watcher, options, events } = watching(send);
    expect(await startRun({ body: "{}", idempotencyKey: "req_1" }, watcher, options)).toEqual({
      kind: "refused",
      problem: error,
    });
    expect(asked).toHaveLength(1);
    expect(events).toEqual([]);
  });

  test("an answer that is not ours still gives a sentence", async () => {
    const { send } = fakeServer(() => new Response("<html>Bad gateway</html>", { status: 502 }));
    const { watcher, options } = watching(send);
    expect(await startRun({ body: "{}", idempotencyKey: "req_1" }, watcher, options)).toMatchObject({
      kind: "refused",
      problem: { code: "internal", message: expect.stringContaining("502") },
    });
  });
});

describe("followRun", () => {
  test("[R36] a run is read from its first event", async () => {
    const { asked, send } = fakeServer(() => new Response(runFrames(["a", "b"]).join("")));
    const { watcher, options, text } = watching(send);
    expect(await followRun("run_1", watcher, options)).toEqual({ kind: "ended" });
    expect(asked[0]).toMatchObject({ url: "/api/runs/run_1/events", method: "GET" });
    expect(asked[0]?.headers.get("last-event-id")).toBeNull();
    expect(text()).toBe("ab");
  });

  test("[R37] waits longer each time, never more than 8 s, and gives up after ten tries", async () => {
    const { asked, send } = fakeServer(() => "network-error");
    const { watcher, options, pauses, states } = watching(send);
    expect(await followRun("run_1", watcher, options)).toEqual({ kind: "lost" });
    expect(asked).toHaveLength(10);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(8_000);
    expect(new Set(states)).toEqual(new Set(["lost"]));
  });

  test("leaving ends the watch without another request", async () => {
    const leave = new AbortController();
    const { asked, send } = fakeServer(() => {
      leave.abort();
      return "network-error";
    });
    const { watcher, options } = watching(send);
    expect(await followRun("run_1", watcher, { ...options, signal: leave.signal })).toEqual({ kind: "left" });
    expect(asked).toHaveLength(1);
  });
});
