import type { ErrorCode } from "#lib/base/errors.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { RunProblem, RunWatcher, WatchOutcome } from "#lib/runs/client.ts";
import type { SampleKey } from "#lib/runs/events.ts";
import { createLedger, type RunView } from "#lib/runs/ledger.ts";
import { createAnnouncer } from "./announcer.ts";
import { createPacer } from "./pacer.ts";
import { nameOf } from "./played.ts";
import { type Asked, forgetRun, type RunMemory, rememberRun } from "./run-memory.ts";
import type { GetState, Run, SetState } from "./state.ts";

export interface Watch {
  comparison: Comparison;
  /** What decided before the contract of the answers that are there was changed. */
  promised?: string;
  /** The cells to make; null for all of them. */
  only: SampleKey[] | null;
  /** Runs of the same outputs that came before, oldest first. */
  earlier: RunMemory["runs"];
  previous?: RunView;
  /** A resumed run that the server has forgotten is nobody's concern. */
  quiet?: boolean;
  /** It adds to a run that is there; refused because that run is gone or differs, it is made on its own. */
  adds?: boolean;
  /** What `open` sends, where it asks for a run: until that has a name, a reload finds it by this. */
  asked?: Pick<Asked, "submission" | "atMs">;
  /** A run by its name, from what was remembered. */
  recalled?: boolean;
  open(watcher: RunWatcher, signal: AbortSignal): Promise<WatchOutcome>;
}

/** What watches runs for one playground: one at a time, and what a reload should find of them. */
export interface WatchTower {
  /** Resolves to what refused it, where that is the caller's to deal with. */
  watch(job: Watch): Promise<RunProblem | null>;
  isBusy(): boolean;
  setRun(change: Partial<Run>): void;
  /** The runs of what is shown, oldest first. */
  runs(): RunMemory["runs"];
  /** Takes over what an earlier page of this tab remembered; null forgets it. */
  recall(remembered: RunMemory | null): void;
  /** Stops the run as soon as it has a name; a reload before that does not ask for it again. */
  wantStop(): void;
  /** Lets go of the stream without stopping the run. */
  leave(): void;
}

/** Deltas gather in a ledger; the store gets a picture of it at a steady pace. */
export function createWatchTower(set: SetState, get: GetState): WatchTower {
  let controller: AbortController | null = null;
  let stopWanted = false;
  /** The runs that are shown, as far as they have a name. */
  let memory: RunMemory | null = null;
  let asked: Asked | null = null;

  const setRun = (change: Partial<Run>) =>
    set(({ run }) => (run === null ? {} : { run: { ...run, ...change } }));

  const runs = () => memory?.runs ?? [];
  /** So that a reload finds the runs that have a name, and what was asked for after them. */
  const store = () => {
    const { place } = get();
    if (asked !== null) rememberRun(place, { ...(memory ?? { ...asked, runs: [] }), asked });
    else if (memory !== null) rememberRun(place, memory);
    else forgetRun(place);
  };

  const watch = async (job: Watch): Promise<RunProblem | null> => {
    const before = get().run;
    const ledger = createLedger(job.only ?? planOf(job.comparison), job.previous);
    const announce = createAnnouncer(
      job.comparison.variants.map(({ id }, index) => ({ variant: id, label: nameOf(job.comparison, index) })),
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
        promised: job.promised,
        id: null,
        phase: "starting",
        connection: "open",
        source: (job.previous && before?.source) ?? "recorded",
        view: ledger.view(),
      },
    });

    const kept = memory;
    if (job.asked !== undefined) {
      const { comparison, promised, only } = job;
      const how = job.adds ? "adds" : job.earlier.length > 0 ? "beside" : "replaces";
      asked = { ...job.asked, comparison, promised, only, how };
      store();
      // What is shown from now on is none of the runs that were there.
      if (how === "replaces") memory = null;
    }
    const outcome = await job.open(
      {
        onEvent(event) {
          if (event.type === "run-start") {
            const { runId } = event.data;
            if (!job.recalled) {
              asked = null;
              memory = {
                comparison: job.comparison,
                promised: job.promised,
                runs: [...job.earlier, { id: runId, only: job.adds ? null : job.only }],
              };
              store();
            }
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
    if (outcome.kind === "left") return null;
    controller = null;
    if (outcome.kind !== "refused") {
      setRun({ phase: "over", connection: outcome.kind === "ended" ? "open" : "lost" });
      return null;
    }
    // Refused: nothing of it has begun, so what was there before is still what there is.
    set({ run: before });
    const { problem } = outcome;
    memory = kept;
    if (asked !== null) {
      asked = null;
      store();
    }
    if (job.adds && problem.field === "continues" && CANNOT_BE_ADDED_TO.has(problem.code)) return problem;
    if (job.quiet) return problem;
    const atField = problem.field !== undefined && SHOWN_FIELD.test(problem.field);
    if (atField) set({ problems: { [problem.field ?? ""]: problem.message } });
    else set({ notice: problem });
    return null;
  };

  return {
    watch,
    isBusy() {
      const { run } = get();
      return run !== null && run.phase !== "over";
    },
    setRun,
    runs,
    recall(remembered) {
      memory = remembered;
      if (memory === null) store();
    },
    wantStop() {
      stopWanted = true;
      if (asked === null) return;
      asked = null;
      store();
    },
    leave() {
      controller?.abort();
      controller = null;
    },
  };
}

/** The run is gone or is of something else: the answers can only be made beside it. Any other refusal is a person's concern. */
const CANNOT_BE_ADDED_TO: ReadonlySet<string> = new Set<ErrorCode>(["not-found", "run-changed"]);

/** Fields that the page shows, so that a sentence can stand beside them; any other goes on top of the page. */
const SHOWN_FIELD = /^(variants\.[01]\.(prompt|model|params)|cases\.0\.values)\b/;

/** Every cell of every variant that runs, in the order of the tabs. */
function planOf(comparison: Comparison): SampleKey[] {
  const cases = comparison.cases.length === 0 ? [EMPTY_CASE.id] : comparison.cases.map(({ id }) => id);
  return comparison.variants.flatMap((variant) =>
    cases.flatMap((caseId) =>
      Array.from({ length: comparison.settings.samples }, (_, sample) => ({
        variant: variant.id,
        case: caseId,
        sample,
      })),
    ),
  );
}
