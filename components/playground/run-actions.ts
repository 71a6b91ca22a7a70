import { readKeepDays } from "#components/history/keep-days.ts";
import { newId } from "#lib/base/ids.ts";
import { MAX_SAMPLES, TITLE_CHARS } from "#lib/base/limits.ts";
import { planSamples } from "#lib/comparison/plan.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { SampleKey } from "#lib/runs/events.ts";
import type { RunView } from "#lib/runs/ledger.ts";
import type { RunRequest } from "#lib/runs/request.ts";
import { problemsBeforeRun } from "./before-run.ts";
import { playedVariants } from "./played.ts";
import { resumeRun } from "./resume-run.ts";
import { variantOf } from "./sides.ts";
import { type GetState, type PlaygroundActions, type SetState, SIDES } from "./state.ts";
import { unanswered } from "./unanswered.ts";
import { createWatchTower, type Watch } from "./watch-run.ts";

type RunActions = Pick<
  PlaygroundActions,
  | "start"
  | "retry"
  | "addSamples"
  | "finish"
  | "stop"
  | "openKept"
  | "dismissOpening"
  | "resume"
  | "enter"
  | "emptyPage"
>;

/** Starting, going on, stopping, and showing again what was run before. */
export function runActions(set: SetState, get: GetState): RunActions {
  const tower = createWatchTower(set, get);
  const { watch, isBusy, setRun, runs, wantStop, leave } = tower;
  /** Nobody looks at this playground any more: what was still being fetched starts nothing. */
  let left = false;

  const submit = async (comparison: Comparison, again?: { only: SampleKey[] | null; previous: RunView }) => {
    const engine = await get().loadEngine();
    if (left || isBusy()) return;
    const { off, answer } = comparison.settings;
    const request: RunRequest = {
      variants: comparison.variants,
      cases: comparison.cases,
      samples: comparison.settings.samples,
      checks: comparison.checks,
      ...(off === undefined ? {} : { off }),
      ...(answer === undefined ? {} : { answer }),
      ...(comparison.title === "" ? {} : { title: comparison.title.slice(0, TITLE_CHARS) }),
      keepDays: readKeepDays(),
      ...(again?.only ? { only: again.only } : {}),
    };
    const start = (sent: RunRequest, job: Pick<Watch, "only" | "earlier"> & { adds?: true }) => {
      const submission = { body: JSON.stringify(sent), idempotencyKey: newId("req") };
      return watch({
        ...job,
        asked: { submission, atMs: Date.now() },
        comparison,
        // More answers to a contract that was changed are held against it beside those that it was changed for.
        promised: again === undefined ? undefined : get().run?.promised,
        previous: again?.previous,
        open: (watcher, signal) => engine.startRun(submission, watcher, { signal }),
      });
    };
    if (again === undefined) {
      await start(request, { only: null, earlier: [] });
      return;
    }
    // One run of the history for all that is on the page; where that cannot be, a run beside it.
    const earlier = runs();
    const [single] = earlier;
    if (single !== undefined && earlier.length === 1) {
      const refused = await start(
        { ...request, continues: single.id },
        { only: again.only ?? [], earlier: [], adds: true },
      );
      if (refused === null) return;
    }
    const only = again.only ?? unanswered(again.previous);
    await start({ ...request, only }, { only, earlier });
  };

  return {
    async start() {
      if (isBusy()) return;
      const engine = await get().loadEngine();
      const { comparison, listing } = get();
      const problems = problemsBeforeRun(comparison, listing, engine);
      if (Object.keys(problems).length > 0) {
        set({ problems, notice: null });
        return;
      }
      set(({ pressed }) => ({ pressed: pressed + 1, shown: [0, 0], evidence: null }));
      const variants = playedVariants(comparison, get().withFurther, listing.providers);
      await submit({ ...comparison, variants });
    },
    async retry({ variant, case: caseId, sample }) {
      const { run } = get();
      if (run === null || isBusy()) return;
      await submit(run.comparison, {
        only: [{ variant, case: caseId, sample }],
        previous: run.view,
      });
    },
    async addSamples(more) {
      const { run } = get();
      if (run === null || isBusy()) return;
      const { comparison, view } = run;
      const made = Math.max(...[...view.samples.values()].map(({ sample }) => sample + 1));
      const only = planSamples(
        SIDES.map((side) => variantOf(comparison, side).id),
        comparison.cases.map(({ id }) => id),
        made + more,
      ).filter(({ sample }) => sample >= made);
      // The document has a limit; further samples are known by their cells.
      const samples = Math.min(MAX_SAMPLES, made + more);
      await submit(
        { ...comparison, settings: { ...comparison.settings, samples } },
        { only, previous: view },
      );
    },
    async finish() {
      const { run } = get();
      if (run === null || isBusy()) return;
      await submit(run.comparison, { only: null, previous: run.view });
    },
    async stop() {
      const { run, engine } = get();
      if (run === null || !isBusy()) return;
      wantStop();
      setRun({ phase: "stopping" });
      if (run.id === null || engine === null) return;
      const heard = await engine.stopRun(run.id);
      if (heard || !isBusy()) return;
      setRun({ phase: "running" });
      set({
        notice: {
          code: "stop-failed",
          message: "The server did not hear the stop. Press Stop again; leaving this page stops the run too.",
        },
      });
    },
    async openKept(runId) {
      const [engine, { readKeptRun }] = await Promise.all([get().loadEngine(), import("./read-kept-run.ts")]);
      const kept = await readKeptRun(runId, engine.restore);
      if (left) return;
      if (kept === null) return set({ opening: "gone" });
      const { comparison, initial } = get();
      set({ initial: kept });
      // Whoever has written meanwhile keeps it.
      if (comparison === initial) get().replaceComparison(kept);
      const refused = await watch({
        comparison: kept,
        only: null,
        earlier: [],
        quiet: true,
        open: (watcher, signal) => engine.followRun(runId, watcher, { signal }),
      });
      set({ opening: refused === null ? "open" : "gone" });
    },
    dismissOpening() {
      set({ opening: "open" });
    },
    async emptyPage() {
      const { EMPTY_PARTS } = await get().loadEngine();
      if (left || isBusy()) return;
      const { comparison } = get();
      tower.recall(null);
      set({ run: null, shown: [0, 0], evidence: null, said: "" });
      get().replaceComparison({
        version: comparison.version,
        title: "",
        note: "",
        variants: SIDES.map((side) => {
          const { id, model, params } = variantOf(comparison, side);
          return { id, model, params, prompt: side === 0 ? { kind: "text", text: "" } : EMPTY_PARTS };
        }),
        cases: [],
        checks: [],
        settings: { samples: comparison.settings.samples },
      });
    },
    resume: (byHand = false) => resumeRun({ set, get, tower, isLeft: () => left }, byHand),
    enter() {
      left = false;
      return () => {
        left = true;
        leave();
      };
    },
  };
}
