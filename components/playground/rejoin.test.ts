import { beforeEach, expect, test, vi } from "vitest";
import { ABANDONED_GRACE_MS } from "#lib/base/limits.ts";
import type { RunRequest } from "#lib/runs/request.ts";
import { engine } from "./engine-core.ts";
import { PAIR } from "./pair.fixture.ts";
import { recallRun } from "./run-memory.ts";
import { createPlaygroundStore } from "./store.ts";

vi.stubGlobal("requestAnimationFrame", () => 0);
vi.stubGlobal("cancelAnimationFrame", () => undefined);

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
  let answer = startRun;
  const sent: { key: string; body: string; request: RunRequest }[] = [];
  const store = createPlaygroundStore({ initial: PAIR, firstPaint: { chips: {}, contract: [] } });
  store.setState({
    engine: {
      ...engine,
      startRun(submission, watcher, options) {
        const { body, idempotencyKey } = submission;
        sent.push({ key: idempotencyKey, body, request: JSON.parse(body) });
        return answer?.(submission, watcher, options) ?? new Promise(() => undefined);
      },
      followRun: () => Promise.resolve({ kind: "ended" }),
    },
  });
  const answerWith = (next: typeof startRun) => {
    answer = next;
  };
  return { store, sent, answerWith };
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

test("[R36] later than a run goes on without its page, nothing is asked for again, but by hand", async () => {
  const one = tab();
  await pressRun(one.store);
  const now = Date.now();
  const clock = vi.spyOn(Date, "now");
  // A reload in between does not begin the time anew.
  clock.mockReturnValue(now + ABANDONED_GRACE_MS * 0.9);
  const two = tab();
  void two.store.getState().resume();
  await vi.waitFor(() => expect(two.sent).toEqual(one.sent));
  clock.mockReturnValue(now + ABANDONED_GRACE_MS * 1.8);
  const three = tab(answers);
  await three.store.getState().resume();
  expect(three.sent).toEqual([]);
  expect(three.store.getState().run).toBeNull();
  clock.mockRestore();
});

test("[R37] a run that was lost before it had a name is looked for by hand", async () => {
  const one = tab(async () => ({ kind: "lost" }));
  await one.store.getState().start();
  expect(one.store.getState().run).toMatchObject({ phase: "over", connection: "lost", id: null });
  const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 31_000);
  await one.store.getState().resume(true);
  clock.mockRestore();
  expect(one.sent.map(({ key }) => key)).toEqual([one.sent[0]?.key, one.sent[0]?.key]);
});

test("[R35][R10] what was stopped before it had a name is not asked for by a reload", async () => {
  const one = tab();
  await pressRun(one.store);
  await one.store.getState().stop();
  const two = tab(answers);
  await two.store.getState().resume();
  expect(two.sent).toEqual([]);
});

test("[R36] whoever left while the rules were being fetched asks for nothing", async () => {
  const one = tab();
  const leave = one.store.getState().enter();
  const starting = one.store.getState().start();
  leave();
  await starting;
  expect(one.sent).toEqual([]);

  await pressRun(tab().store);
  const two = tab(answers);
  const leaveTwo = two.store.getState().enter();
  const resuming = two.store.getState().resume();
  leaveTwo();
  await resuming;
  expect(two.sent).toEqual([]);
});

test("[R36] a run that was never heard of leaves the one before it to a reload, and is none of it", async () => {
  const one = tab(answers);
  await one.store.getState().start();
  const first = recallRun("");
  one.answerWith(async () => ({ kind: "lost" }));
  await one.store.getState().start();
  expect(recallRun("")).toMatchObject(first as object);
  // What goes on with it does not go on with the first.
  one.answerWith(answers);
  await one.store.getState().finish();
  expect(one.sent.at(-1)?.request.continues).toBeUndefined();
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
  one.answerWith(undefined);
  void one.store.getState().addSamples(1);
  await vi.waitFor(() => expect(one.store.getState().run?.phase).toBe("starting"));
  const two = tab(answers);
  await two.store.getState().resume();
  expect(two.sent.map(({ request }) => request.continues)).toEqual(["run_1"]);
});

test("[R36] answers that were to be added and are refused after a reload: it is said, and the run stays", async () => {
  const one = tab(answers);
  await one.store.getState().start();
  const kept = recallRun("");
  one.answerWith(undefined);
  void one.store.getState().addSamples(1);
  await vi.waitFor(() => expect(one.store.getState().run?.phase).toBe("starting"));
  const problem = { code: "not-found", message: "No.", field: "continues" };
  const two = tab(async () => ({ kind: "refused", problem }));
  await two.store.getState().resume();
  expect(two.store.getState().notice).toEqual(problem);
  expect(two.store.getState().run).toMatchObject({ phase: "over" });
  expect(recallRun("")).toEqual(kept);
});
