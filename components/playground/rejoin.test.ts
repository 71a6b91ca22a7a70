import { beforeEach, expect, test, vi } from "vitest";
import { ABANDONED_GRACE_MS } from "#lib/base/limits.ts";
import type { RunRequest } from "#lib/runs/request.ts";
import { engine } from "./engine-core.ts";
import { recallRun } from "./run-memory.ts";
import { createPlaygroundStore } from "./store.ts";

vi.stubGlobal("requestAnimationFrame", () => 0);
vi.stubGlobal("cancelAnimationFrame", () => undefined);

const model = { provider: "demo", model: "demo" };
const initial = engine.restore({
  variants: ["before", "after"].map((id) => ({
    id,
    prompt: { kind: "text", text: "Write." },
    model,
    params: {},
  })),
  settings: { samples: 1 },
});

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});

/** A tab whose server answers as told, or says nothing at all; what was sent is kept. */
function tab(startRun?: typeof engine.startRun) {
  const sent: { key: string; body: string; request: RunRequest }[] = [];
  const store = createPlaygroundStore({ initial, firstPaint: { chips: {}, contract: [] } });
  store.setState({
    engine: {
      ...engine,
      startRun(submission, watcher, options) {
        const { body, idempotencyKey } = submission;
        sent.push({ key: idempotencyKey, body, request: JSON.parse(body) });
        return startRun?.(submission, watcher, options) ?? new Promise(() => undefined);
      },
      followRun: () => Promise.resolve({ kind: "ended" }),
    },
  });
  return { store, sent };
}

const answers: typeof engine.startRun = async (_submission, { onEvent }) => {
  onEvent({ type: "run-start", data: { runId: "run_1", total: 2 } });
  onEvent({ type: "run-end", data: { runId: "run_1", status: "complete", costUsd: 0 } });
  return { kind: "ended" };
};

async function pressRun(store: ReturnType<typeof tab>["store"]): Promise<void> {
  void store.getState().start();
  await vi.waitFor(() => expect(store.getState().run?.phase).toBe("starting"));
}

test("[R36][R38] a reload before the run has a name sends the same request under the same key", async () => {
  const one = tab();
  await pressRun(one.store);
  const two = tab(answers);
  await two.store.getState().resume();
  expect(two.sent).toEqual(one.sent);
  expect(two.store.getState().run).toMatchObject({ id: "run_1", phase: "over" });
  // It has a name now: the next reload follows it and asks for nothing.
  const three = tab();
  await three.store.getState().resume();
  expect(three.sent).toEqual([]);
});

test("[R36] later than a run goes on without its page, nothing is asked for again", async () => {
  const one = tab();
  await pressRun(one.store);
  const now = Date.now();
  vi.spyOn(Date, "now").mockReturnValue(now + ABANDONED_GRACE_MS + 1_000);
  const two = tab(answers);
  await two.store.getState().resume();
  vi.restoreAllMocks();
  expect(two.sent).toEqual([]);
  expect(two.store.getState().run).toBeNull();
});

test("[R36] a request that is refused leaves nothing for a reload, or the run that was there", async () => {
  const { store } = tab(async () => ({ kind: "refused", problem: { code: "no-key", message: "No." } }));
  await store.getState().start();
  expect(recallRun("")).toBeNull();

  let calls = 0;
  const again = tab(async (...args) => {
    calls += 1;
    if (calls === 1) return answers(...args);
    return { kind: "refused", problem: { code: "no-key", message: "No." } };
  });
  await again.store.getState().start();
  const kept = recallRun("");
  await again.store.getState().start();
  expect(calls).toBe(2);
  expect(recallRun("")).toEqual(kept);
});

test("[R36] answers that are added to a run are found after it", async () => {
  const one = tab(answers);
  await one.store.getState().start();
  one.store.setState({ engine: { ...engine, startRun: () => new Promise(() => undefined) } });
  void one.store.getState().addSamples(1);
  await vi.waitFor(() => expect(one.store.getState().run?.phase).toBe("starting"));
  const two = tab(answers);
  await two.store.getState().resume();
  expect(two.sent.map(({ request }) => request.continues)).toEqual(["run_1"]);
});
