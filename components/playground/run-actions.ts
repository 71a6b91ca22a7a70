import { newId } from "#lib/base/ids.ts";
import { MAX_SAMPLES } from "#lib/base/limits.ts";
import { EMPTY_CASE, planSamples } from "#lib/comparison/plan.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { RunWatcher, WatchOutcome } from "#lib/runs/client.ts";
import type { SampleKey } from "#lib/runs/events.ts";
import { createLedger, type RunView } from "#lib/runs/ledger.ts";
import type { RunRequest } from "#lib/runs/request.ts";
import { createAnnouncer } from "./announcer.ts";
import { problemsBeforeRun } from "./before-run.ts";
import { createPacer } from "./pacer.ts";
import { forgetRun, type RunMemory, recallRun, rememberRun } from "./run-memory.ts";
import { findModel, variantOf, withTakenParams } from "./sides.ts";
import {
  type GetState,
  type PlaygroundActions,
  type Run,
  type SetState,
  SIDE_LABELS,
  SIDES,
} from "./state.ts";

type RunActions = Pick<PlaygroundActions, "start" | "retry" | "addSamples" | "stop" | "resume" | "leave">;

interface Watch {
  comparison: Comparison;
  /** The cells to make; null for all of them. */
  only: SampleKey[] | null;
  /** Runs of the same outputs that came before, oldest first. */
  earlier: RunMemory["runs"];
  previous?: RunView;
  /** A resumed run that the server has forgotten is nobody's concern. */
  quiet?: boolean;
  open(watcher: RunWatcher, signal: AbortSignal): Promise<WatchOutcome>;
}

/** Starting, watching, stopping. Deltas gather in a ledger; the store gets a picture of it at a steady pace. */
export function runActions(set: SetState, get: GetState): RunActions {
  let controller: AbortController | null = null;
  let stopWanted = false;
  let memory: RunMemory | null = null;
  let left = false;

  const setRun = (change: Partial<Run>) =>
    set(({ run }) => (run === null ? {} : { run: { ...run, ...change } }));

  const watch = async (job: Watch): Promise<void> => {
    const before = get().run;
    const ledger = createLedger(job.only ?? planOf(job.comparison), job.previous);
    const announce = createAnnouncer(
      SIDES.map((side) => ({ variant: variantOf(job.comparison, side).id, label: SIDE_LABELS[side] })),
    );
    const pacer = createPacer(() => {
      const view = ledger.view();
      const said = announce(view, performance.now());
      setRun({ view });
      if (said !== "") set({ said });
    });
    const mine = new AbortController();
    controller = mine;
    stopWanted = false;
    set({
      problems: {},
      notice: null,
      said: "",
      run: {
        comparison: job.comparison,
        id: null,
        phase: "starting",
        connection: "open",
        view: ledger.view(),
      },
    });

    const outcome = await job.open(
      {
        onEvent(event) {
          if (event.type === "run-start") {
            const { runId } = event.data;
            memory = { comparison: job.comparison, runs: [...job.earlier, { id: runId, only: job.only }] };
            rememberRun(memory);
            setRun({ id: runId, phase: stopWanted ? "stopping" : "running" });
            if (stopWanted) void get().engine?.stopRun(runId);
          }
          ledger.apply(event);
          pacer.touch();
        },
        onConnection: (connection) => setRun({ connection }),
      },
      mine.signal,
    );
    pacer.flush();
    if (outcome.kind === "left") return;
    controller = null;
    if (outcome.kind === "ended") return setRun({ phase: "over", connection: "open" });
    if (outcome.kind === "lost") {
      setRun({ phase: "over", connection: "lost" });
      return;
    }
    // Refused: nothing of it has begun, so what was there before is still what there is.
    set({ run: before });
    if (job.quiet) {
      if (job.earlier.length === 0) forgetRun();
      return;
    }
    const { problem } = outcome;
    const atField = problem.field !== undefined && SHOWN_FIELD.test(problem.field);
    if (atField) set({ problems: { [problem.field ?? ""]: problem.message } });
    else set({ notice: problem });
  };

  const busy = () => {
    const { run } = get();
    return run !== null && run.phase !== "over";
  };

  const submit = async (comparison: Comparison, again?: { only: SampleKey[]; previous: RunView }) => {
    const engine = await get().loadEngine();
    if (busy()) return;
    const request: RunRequest = {
      variants: comparison.variants,
      cases: comparison.cases,
      samples: comparison.settings.samples,
      checks: comparison.checks,
      ...(again === undefined ? {} : { only: again.only }),
    };
    await watch({
      comparison,
      only: again?.only ?? null,
      earlier: again === undefined ? [] : (memory?.runs ?? []),
      previous: again?.previous,
      open: (watcher, signal) => engine.startRun(request, newId("req"), watcher, { signal }),
    });
  };

  return {
    async start() {
      if (busy()) return;
      const engine = await get().loadEngine();
      const { comparison, listing } = get();
      const problems = problemsBeforeRun(comparison, listing, engine);
      if (Object.keys(problems).length > 0) {
        set({ problems, notice: null });
        return;
      }
      set(({ pressed }) => ({ pressed: pressed + 1, shown: [0, 0], evidence: null }));
      const variants = SIDES.map((side) => {
        const variant = variantOf(comparison, side);
        return withTakenParams(variant, findModel(listing.providers, variant.model));
      });
      await submit({ ...comparison, variants });
    },
    async retry({ variant, case: caseId, sample }) {
      const { run } = get();
      if (run === null || busy()) return;
      await submit(run.comparison, {
        only: [{ variant, case: caseId, sample }],
        previous: run.view,
      });
    },
    async addSamples(more) {
      const { run } = get();
      if (run === null || busy()) return;
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
    async stop() {
      const { run, engine } = get();
      if (run === null || !busy()) return;
      stopWanted = true;
      setRun({ phase: "stopping" });
      if (run.id === null || engine === null) return;
      const heard = await engine.stopRun(run.id);
      if (heard || !busy()) return;
      setRun({ phase: "running" });
      set({
        notice: {
          code: "stop-failed",
          message: "The server did not hear the stop. Press Stop again; leaving this page stops the run too.",
        },
      });
    },
    async resume() {
      const recalled = recallRun();
      if (recalled === null || busy()) return;
      const engine = await get().loadEngine();
      const { parseMemory } = await import("./parse-memory.ts");
      const found = parseMemory(recalled);
      if (busy()) return;
      if (found === null) return forgetRun();
      const earlier: { id: string; only: SampleKey[] | null }[] = [];
      left = false;
      for (const { id, only } of found.runs) {
        if (left) return;
        await watch({
          comparison: found.comparison,
          only,
          earlier: [...earlier],
          previous: get().run?.view,
          quiet: true,
          open: (watcher, signal) => engine.followRun(id, watcher, { signal }),
        });
        earlier.push({ id, only });
      }
      // The checks may have been edited after those runs; what they found is not in their events.
      if (found.comparison.checks.length > 0) void get().holdAgain();
    },
    leave() {
      left = true;
      controller?.abort();
      controller = null;
    },
  };
}

/** Fields that the page shows, so that a sentence can stand beside them; any other goes on top of the page. */
const SHOWN_FIELD = /^(variants\.[01]\.(prompt|model|params)|cases\.0\.values)\b/;

/** Every cell of both sides, in the order of the tabs. */
function planOf(comparison: Comparison): SampleKey[] {
  const cases = comparison.cases.length === 0 ? [EMPTY_CASE.id] : comparison.cases.map(({ id }) => id);
  return SIDES.flatMap((side) =>
    cases.flatMap((caseId) =>
      Array.from({ length: comparison.settings.samples }, (_, sample) => ({
        variant: variantOf(comparison, side).id,
        case: caseId,
        sample,
      })),
    ),
  );
}
