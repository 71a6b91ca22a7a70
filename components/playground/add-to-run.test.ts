import { expect, test, vi } from "vitest";
import type { RunProblem } from "#lib/runs/client.ts";
import type { RunRequest } from "#lib/runs/request.ts";
import { engine } from "./engine-core.ts";
import { PAIR } from "./pair.fixture.ts";
import { createPlaygroundStore } from "./store.ts";

// A picture is drawn with the next frame; there are none here, and the end of a run draws at once.
vi.stubGlobal("requestAnimationFrame", () => 0);
vi.stubGlobal("cancelAnimationFrame", () => undefined);

/** A playground whose run is over, and what its server is asked from then on. */
async function afterRun(refusal: RunProblem) {
  const sent: RunRequest[] = [];
  const startRun: typeof engine.startRun = async ({ body }, watcher) => {
    const request: RunRequest = JSON.parse(body);
    sent.push(request);
    if (request.continues !== undefined) return { kind: "refused", problem: refusal };
    const runId = `run_${sent.length}`;
    watcher.onEvent({ type: "run-start", data: { runId, total: 2 } });
    watcher.onEvent({ type: "run-end", data: { runId, status: "stopped", costUsd: 0 } });
    return { kind: "ended" };
  };
  const store = createPlaygroundStore({ initial: PAIR, firstPaint: { chips: {}, contract: [] } });
  store.setState({ engine: { ...engine, startRun } });
  await store.getState().start();
  return { store, sent };
}

const refusedWith = (code: string): RunProblem => ({ code, message: "No.", field: "continues" });

test.each(["not-found", "run-changed"])(
  "[RS19] a run that cannot be added to (%s) gets one beside it",
  async (code) => {
    const { store, sent } = await afterRun(refusedWith(code));
    await store.getState().finish();
    expect(sent.map(({ continues }) => continues)).toEqual([undefined, "run_1", undefined]);
    expect(sent[2]?.only).toHaveLength(2);
    expect(store.getState().notice).toBeNull();
  },
);

test("[RS19] any other refusal is told; nothing is made and paid for instead", async () => {
  const { store, sent } = await afterRun(refusedWith("conflict"));
  await store.getState().finish();
  expect(sent).toHaveLength(2);
  expect(store.getState().notice).toMatchObject({ code: "conflict", message: "No." });
  expect(store.getState().run?.phase).toBe("over");
});
