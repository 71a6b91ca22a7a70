import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { engine } from "#components/playground/engine-core.ts";
import { type HoldJob, holdTexts } from "#components/playground/hold-texts.ts";
import { createPlaygroundStore } from "#components/playground/store.ts";
import type { RunRequest } from "#lib/runs/request.ts";
import { freeze } from "#lib/sharing/freeze.ts";
import { aComparison, anAnswer } from "#lib/sharing/sharing.fixture.ts";
import { bringBack } from "./bring-back.ts";
import { snapshotOf } from "./snapshot-of-page.ts";
import { takeOver } from "./take-over.ts";
import type { FileDesk, Replaced } from "./use-files.ts";
import { runIdsOf } from "./use-shareable.ts";

/** The page's thread for checks, in this one. */
class ChecksHere extends EventTarget {
  postMessage(job: HoldJob) {
    queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data: holdTexts(job) })));
  }
  terminate() {}
}

beforeEach(() => {
  vi.stubGlobal("Worker", ChecksHere);
  vi.stubGlobal("cancelAnimationFrame", () => undefined);
});
afterEach(() => vi.unstubAllGlobals());

const LINES = { kind: "lines", op: "exactly", n: 3 } as const;

/** A playground that took over a file with one answer a side; each run of it answers at once. */
function setUp() {
  const store = createPlaygroundStore({
    initial: aComparison({ title: "Mine" }),
    firstPaint: { chips: {}, contract: [] },
  });
  let runs = 0;
  const startRun: typeof engine.startRun = async ({ body }, { onEvent }) => {
    const request: RunRequest = JSON.parse(body);
    runs += 1;
    const runId = `run_${runs}`;
    const cells = request.only ?? request.variants.map(({ id }) => ({ variant: id, case: "1", sample: 0 }));
    onEvent({ type: "run-start", data: { runId, total: cells.length } });
    for (const cell of cells) onEvent({ type: "sample-end", data: { ...anAnswer(cell), checks: [] } });
    onEvent({ type: "run-end", data: { runId, status: "complete", costUsd: null } });
    return { kind: "ended" };
  };
  store.setState({ engine: { ...engine, startRun } });
  let replaced: Replaced | null = null;
  const files: FileDesk = {
    panelId: "files",
    open: null,
    setOpen: () => undefined,
    get replaced() {
      return replaced;
    },
    setReplaced: (next) => {
      replaced = next;
    },
    runSeenAtMs: () => 0,
  };
  const comparison = aComparison({ title: "The file's" });
  const samples = ["before", "after"].map((variant) => anAnswer({ variant }));
  const { run } = freeze(comparison, { startedAtMs: 0, source: "recorded", samples });
  const add = () =>
    takeOver(store, files, {
      what: "",
      comparison: aComparison({
        cases: [],
        checks: [{ id: "lines", hard: true, constraint: { ...LINES, n: 3 } }],
      }),
      brings: "rows",
      run: null,
      recognised: ["1 check"],
      leftOut: [],
    });
  const open = () =>
    takeOver(store, files, { what: "", comparison, brings: "all", run, recognised: [], leftOut: [] });
  const shown = () => {
    const { run: now } = store.getState();
    if (now === null) throw new Error("nothing was run");
    return { source: snapshotOf(store.getState(), files, true).run?.source, runIds: runIdsOf(now, "") };
  };
  return { store, files, open, add, shown };
}

test("[SL3] answers of a file stay reported when the checks are edited", async () => {
  const { store, files, open, shown } = setUp();
  open();
  expect(shown()).toEqual({ source: "reported", runIds: [] });
  await store.getState().addCheck({ hard: true, constraint: LINES });
  expect(store.getState().run?.comparison.checks).toHaveLength(1);
  expect(snapshotOf(store.getState(), files, true).run?.samples[0]?.checks.length).toBeGreaterThan(2);
  expect(shown()).toEqual({ source: "reported", runIds: [] });
});

test("[SL3] with more samples beside answers of a file a link holds all of them, as reported", async () => {
  const { store, files, open, shown } = setUp();
  open();
  await store.getState().addSamples(1);
  expect(store.getState().run).toMatchObject({ id: "run_1", phase: "over" });
  expect(snapshotOf(store.getState(), files, true).run?.samples).toHaveLength(4);
  expect(shown()).toEqual({ source: "reported", runIds: [] });
});

test("[SL3] a run of one's own is recorded, also after a file and after bringing back what was there", async () => {
  const { store, files, open, shown } = setUp();
  await store.getState().start();
  expect(shown()).toEqual({ source: "recorded", runIds: ["run_1"] });
  open();
  expect(shown().source).toBe("reported");
  bringBack(store, files);
  expect(shown()).toEqual({ source: "recorded", runIds: ["run_1"] });
  open();
  await store.getState().start();
  expect(shown()).toEqual({ source: "recorded", runIds: ["run_2"] });
});

test("[IM12] checks of a file are held against the answers that are there, and go again when what was here comes back", async () => {
  const { store, files, add } = setUp();
  await store.getState().start();
  const before = store.getState().run;
  const results = () =>
    [...(store.getState().run?.view.samples.values() ?? [])].map(
      ({ result }) => result?.checks.some(({ asked }) => asked === "exactly 3 lines") ?? false,
    );
  add();
  await vi.waitFor(() => expect(results()).toEqual([true, true]));
  const { comparison, run } = store.getState();
  expect(run?.comparison.checks).toEqual(comparison.checks);
  expect(run?.promised).toBeDefined();
  bringBack(store, files);
  expect(store.getState().run).toBe(before);
  await vi.waitFor(() => expect(store.getState().run).not.toBe(before));
  expect(store.getState().run?.comparison.checks).toEqual([]);
  expect(results()).toEqual([false, false]);
});
