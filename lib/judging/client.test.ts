import { expect, test } from "vitest";
import { sseFrame } from "#lib/base/sse-encode.ts";
import { askJudge } from "./client.ts";
import type { JudgeEvent } from "./events.ts";
import { openJudgement, withJudgeEvent } from "./judgement.ts";
import type { JudgeRequest } from "./request.ts";

const judge = { provider: "openai", model: "m" };
const request: JudgeRequest = {
  judge,
  mode: "pairwise",
  criteria: [{ id: "overall", text: "It is better." }],
  pairs: [{ id: "1", a: "one", b: "two" }],
  params: {},
};
const usage = { inputTokens: 10, outputTokens: 5, estimated: false };
const EVENTS: JudgeEvent[] = [
  { type: "judge-start", data: { judge, promptVersion: "judge-1", mode: "pairwise", calls: 2 } },
  {
    type: "pair-judged",
    data: {
      pair: "1",
      criterion: "overall",
      winner: "b",
      orders: [
        { first: "a", choice: "b", reason: "", quote: { start: 0, end: 3, text: "two" } },
        { first: "b", choice: "b", reason: "", quote: { start: 0, end: 3, text: "two" } },
      ],
      usage,
      costUsd: 0.002,
    },
  },
  {
    type: "judge-end",
    data: { judge, promptVersion: "judge-1", status: "complete", calls: 2, usage, costUsd: 0.002 },
  },
];
const wire = (events: readonly JudgeEvent[]) =>
  events.map(({ type, data }, index) => sseFrame(index + 1, type, JSON.stringify(data))).join("");

async function ask(answer: () => Response | Promise<Response>, signal = new AbortController().signal) {
  const events: JudgeEvent[] = [];
  let asked = 0;
  const outcome = await askJudge(request, (event) => events.push(event), {
    signal,
    fetch: async () => {
      asked += 1;
      return answer();
    },
  });
  return { events, outcome, asked };
}

test("[JP6] every event arrives in order, whatever the cuts of the bytes", async () => {
  const bytes = new TextEncoder().encode(wire(EVENTS));
  const slow = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
      controller.close();
    },
  });
  const { events, outcome } = await ask(() => new Response(slow));
  expect(events).toEqual(EVENTS);
  expect(outcome).toEqual({ kind: "ended" });
});

test("[JP6] a stream that breaks off is lost, asked once, and keeps what came", async () => {
  const { events, outcome, asked } = await ask(() => new Response(wire(EVENTS.slice(0, 2))));
  expect(events).toHaveLength(2);
  expect(outcome).toEqual({ kind: "lost" });
  expect(asked).toBe(1);
  const offline = await ask(() => Promise.reject(new TypeError("offline")));
  expect(offline.outcome).toEqual({ kind: "lost" });
});

test("[JP6] a refusal is told in the server's words; an answer without any gets plain ones", async () => {
  const error = { code: "no-key", message: "Add a key.", field: "judge", requestId: "req_1" };
  const { outcome } = await ask(() => Response.json({ error }, { status: 401 }));
  expect(outcome).toMatchObject({ kind: "refused", problem: { code: "no-key", message: "Add a key." } });
  const strange = await ask(() => new Response("<html>", { status: 502 }));
  expect(strange.outcome).toMatchObject({ kind: "refused", problem: { code: "internal" } });
});

test("[JP3] stopping is told as left, and nothing more is taken", async () => {
  const controller = new AbortController();
  const held = new ReadableStream<Uint8Array>({
    start(stream) {
      stream.enqueue(new TextEncoder().encode(wire(EVENTS.slice(0, 1))));
      controller.signal.addEventListener("abort", () => stream.error(new DOMException("", "AbortError")));
    },
  });
  const asking = ask(() => new Response(held), controller.signal);
  setTimeout(() => controller.abort());
  const { outcome } = await asking;
  expect(outcome).toEqual({ kind: "left" });
});

test("[JP3] a judgement adds up calls, tokens and cost, and an unknown price stays unknown", () => {
  const known = EVENTS.reduce(withJudgeEvent, openJudgement(judge, [request]));
  expect(known).toMatchObject({ calls: 2, done: 2, tokens: 15, costUsd: 0.002, promptVersion: "judge-1" });
  const [, pair] = EVENTS;
  if (pair?.type !== "pair-judged") throw new Error("the second event judges a pair");
  const unknown = withJudgeEvent(known, { ...pair, data: { ...pair.data, costUsd: null } });
  expect(withJudgeEvent(unknown, pair).costUsd).toBeNull();
});
