import "server-only";
import { ABANDONED_GRACE_MS, FINISHED_RUN_KEPT_MS } from "#lib/base/limits.ts";
import type { EventLog } from "./event-log.server.ts";
import type { Job } from "./job.server.ts";
import type { Keeper } from "./keeper.server.ts";

/** Frames of all runs together that stay in memory, characters. Beyond it the oldest finished run goes. */
const KEPT_CHARS = 256 * 1024 * 1024;

/** A run of this process, going on or lately finished. */
export interface LiveRun {
  runId: string;
  owner: string;
  job: Job;
  log: EventLog;
  keeper: Keeper;
  /** Hash of its variants, cases and checks. */
  contentHash: string;
  /** Whether storage has it too. */
  isKept: boolean;
  finished: boolean;
}

interface Entry extends LiveRun {
  watchers: number;
  grace: NodeJS.Timeout | null;
}

/** Who watches which run of this process, when one is given up and when one leaves memory. */
export interface LiveRuns {
  add(run: Omit<LiveRun, "finished">): void;
  /** The owner's run, or null: a run of somebody else is not there. */
  find(owner: string, runId: string): LiveRun | null;
  /** The run's frames after an id. Counts as watching until the reader leaves. */
  watch(run: LiveRun, afterId: number): ReadableStream<Uint8Array>;
  /** Drops it from memory, whatever its state. */
  drop(runId: string): void;
  all(): LiveRun[];
  /** From now on nobody who leaves counts as gone: there is nothing to come back to. */
  stopWaiting(): void;
}

interface LiveRunsOptions {
  graceMs?: number;
  keptMs?: number;
  /** Until when somebody may have watched the run through another process, null for never. Asked before it is given up. */
  viewedElsewhere(runId: string): Promise<number | null>;
}

export function createLiveRuns(options: LiveRunsOptions): LiveRuns {
  const { graceMs = ABANDONED_GRACE_MS, keptMs = FINISHED_RUN_KEPT_MS, viewedElsewhere } = options;
  const runs = new Map<string, Entry>();
  let waiting = true;

  const drop = (entry: Entry) => {
    if (runs.get(entry.runId) === entry) runs.delete(entry.runId);
    if (entry.grace !== null) clearTimeout(entry.grace);
    entry.keeper.close();
  };
  const makeRoom = () => {
    let held = 0;
    for (const { log } of runs.values()) held += log.size;
    for (const entry of runs.values()) {
      if (held <= KEPT_CHARS) return;
      if (!entry.finished) continue;
      held -= entry.log.size;
      drop(entry);
    }
  };
  const giveUpUnlessWatched = (entry: Entry, afterMs = graceMs) => {
    if (!waiting || entry.finished || entry.watchers > 0 || entry.grace !== null) return;
    const timer = setTimeout(() => void giveUp(entry, timer), afterMs);
    entry.grace = timer;
  };
  const giveUp = async (entry: Entry, timer: NodeJS.Timeout) => {
    const viewedAtMs = entry.isKept ? await viewedElsewhere(entry.runId) : null;
    // Somebody came back while the question was out.
    if (entry.grace !== timer) return;
    entry.grace = null;
    const leftMs = viewedAtMs === null ? 0 : viewedAtMs + graceMs - Date.now();
    if (leftMs > 0) giveUpUnlessWatched(entry, Math.min(leftMs, graceMs));
    else entry.job.stop();
  };

  return {
    add(run) {
      makeRoom();
      const entry: Entry = { ...run, finished: false, watchers: 0, grace: null };
      const earlier = runs.get(run.runId);
      if (earlier !== undefined) drop(earlier);
      runs.set(run.runId, entry);
      giveUpUnlessWatched(entry);
      void run.job.finished.then(() => {
        entry.finished = true;
        if (entry.grace !== null) clearTimeout(entry.grace);
        entry.grace = null;
        setTimeout(() => drop(entry), keptMs).unref();
      });
    },
    find(owner, runId) {
      const entry = runs.get(runId);
      return entry?.owner === owner ? entry : null;
    },
    watch({ runId, log }, afterId) {
      const entry = runs.get(runId);
      if (entry === undefined) return log.read(afterId, () => {});
      entry.watchers += 1;
      if (entry.grace !== null) clearTimeout(entry.grace);
      entry.grace = null;
      return log.read(afterId, () => {
        entry.watchers -= 1;
        giveUpUnlessWatched(entry);
      });
    },
    drop(runId) {
      const entry = runs.get(runId);
      if (entry !== undefined) drop(entry);
    },
    all: () => [...runs.values()],
    stopWaiting() {
      waiting = false;
    },
  };
}
