import "server-only";
import { AppError } from "#lib/base/errors.ts";
import { newId } from "#lib/base/ids.ts";
import { ABANDONED_GRACE_MS, FINISHED_RUN_KEPT_MS, REMEMBERED_KEYS } from "#lib/base/limits.ts";
import { createEventLog, type EventLog } from "./event-log.server.ts";
import { createGate, type Gate } from "./gate.server.ts";
import { type Job, type PreparedRun, type RunSnapshot, startJob } from "./job.server.ts";
import { createTicker } from "./ticker.server.ts";

/** Frames of all runs together that stay in memory, characters. Beyond it the oldest finished run goes. */
const KEPT_CHARS = 256 * 1024 * 1024;

/** How long the same key means the same request, ms. */
const IDEMPOTENCY_KEPT_MS = 24 * 60 * 60_000;

/** A promise that the same request, sent again, joins the first instead of paying twice. */
export interface Idempotency {
  key: string;
  /** Hash of the request body. */
  bodyHash: string;
}

export interface RunOwner {
  id: string;
  /** The browser came without an owner: until it has heard the answer, its next try comes as another one. */
  isNew: boolean;
}

export interface StartedRun {
  runId: string;
  /** Whose run it is: that of the first try, when this one repeats it. */
  ownerId: string;
}

/** Every run of this process: who owns it, who watches it, when it is given up. */
export interface Hub {
  /**
   * Starts a run, or finds the one that the same idempotency key started.
   * @throws AppError idempotency-mismatch, conflict, too-many-runs, shutting-down, and what `prepare` throws
   */
  start(owner: RunOwner, prepare: () => PreparedRun, idempotency?: Idempotency): StartedRun;
  /** The run's frames after an id. Counts as watching until the reader leaves. */
  watch(owner: string, runId: string, afterId: number): ReadableStream<Uint8Array>;
  snapshot(owner: string, runId: string): RunSnapshot;
  /** Aborts every open call of the run before it returns. Stopping twice is the same as once. */
  stop(owner: string, runId: string): void;
  /** Runs still open, for health and tests. */
  running(): number;
  /** False once `stopAll` was called. */
  isOpen(): boolean;
  /** Stops every run and starts none from now on. */
  stopAll(): Promise<void>;
}

interface Entry {
  owner: string;
  job: Job;
  log: EventLog;
  watchers: number;
  grace: NodeJS.Timeout | null;
  finished: boolean;
}

interface HubOptions {
  providerConcurrency: number;
  onDefect(error: unknown): void;
  graceMs?: number;
  keptMs?: number;
  gate?: Gate;
  /** Runs that one owner may have open at once; absent = any number. */
  openRuns?: number;
}

export function createHub(options: HubOptions): Hub {
  const { graceMs = ABANDONED_GRACE_MS, keptMs = FINISHED_RUN_KEPT_MS } = options;
  const gate = options.gate ?? createGate(options.providerConcurrency);
  const ticker = createTicker();
  const runs = new Map<string, Entry>();
  const submitted = new Map<string, StartedRun & { bodyHash: string }>();
  let open = true;

  const makeRoom = () => {
    let held = 0;
    for (const { log } of runs.values()) held += log.size;
    for (const [runId, entry] of runs) {
      if (held <= KEPT_CHARS) return;
      if (!entry.finished) continue;
      held -= entry.log.size;
      runs.delete(runId);
    }
  };
  /** A run of somebody else does not exist, and is told apart from nothing by nothing. */
  const own = (owner: string, runId: string): Entry => {
    const entry = runs.get(runId);
    if (entry === undefined || entry.owner !== owner) {
      throw new AppError(
        "not-found",
        "There is no such run. It may have been too long ago: runs are kept for 30 minutes.",
      );
    }
    return entry;
  };
  const giveUpUnlessWatched = (entry: Entry) => {
    if (entry.finished || entry.watchers > 0 || entry.grace !== null) return;
    entry.grace = setTimeout(() => entry.job.stop(), graceMs);
  };

  const findEarlier = (
    scopes: readonly string[],
    idempotency: Idempotency | undefined,
  ): StartedRun | null => {
    const earlier = scopes.map((scope) => submitted.get(scope)).find((found) => found !== undefined);
    if (earlier === undefined) return null;
    if (earlier.bodyHash !== idempotency?.bodyHash) {
      throw new AppError(
        "idempotency-mismatch",
        "This Idempotency-Key was already used for another request. Send a new key with a new request.",
      );
    }
    if (runs.has(earlier.runId)) return { runId: earlier.runId, ownerId: earlier.ownerId };
    throw new AppError(
      "conflict",
      "This request was already carried out, and its run is no longer in memory.",
    );
  };
  const remember = (scope: string, submission: StartedRun & { bodyHash: string }) => {
    submitted.set(scope, submission);
    setTimeout(() => submitted.delete(scope), IDEMPOTENCY_KEPT_MS).unref();
    const [oldest] = submitted.keys();
    if (submitted.size > REMEMBERED_KEYS && oldest !== undefined) submitted.delete(oldest);
  };
  const refuseTooMany = (ownerId: string) => {
    if (options.openRuns === undefined) return;
    const openNow = [...runs.values()].filter(({ owner, finished }) => owner === ownerId && !finished).length;
    if (openNow < options.openRuns) return;
    throw new AppError(
      "too-many-runs",
      `You have ${openNow} runs open. Stop one or wait for it, then run again.`,
    );
  };

  return {
    start(owner, prepare, idempotency) {
      const scopes = idempotency === undefined ? [] : scopesOf(owner, idempotency);
      const earlier = findEarlier(scopes, idempotency);
      if (earlier !== null) return earlier;
      if (!open)
        throw new AppError("shutting-down", "The server is about to restart. Try again in a moment.");
      refuseTooMany(owner.id);
      const prepared = prepare();
      makeRoom();
      const runId = newId("run");
      const log = createEventLog(ticker);
      const job = startJob(runId, prepared, { gate, log, onDefect: options.onDefect });
      const entry: Entry = { owner: owner.id, job, log, watchers: 0, grace: null, finished: false };
      runs.set(runId, entry);
      const started = { runId, ownerId: owner.id };
      for (const scope of scopes) remember(scope, { ...started, bodyHash: idempotency?.bodyHash ?? "" });
      giveUpUnlessWatched(entry);
      void job.finished.then(() => {
        entry.finished = true;
        if (entry.grace !== null) clearTimeout(entry.grace);
        setTimeout(() => runs.delete(runId), keptMs).unref();
      });
      return started;
    },
    watch(owner, runId, afterId) {
      const entry = own(owner, runId);
      entry.watchers += 1;
      if (entry.grace !== null) clearTimeout(entry.grace);
      entry.grace = null;
      return entry.log.read(afterId, () => {
        entry.watchers -= 1;
        giveUpUnlessWatched(entry);
      });
    },
    snapshot: (owner, runId) => own(owner, runId).job.snapshot(),
    stop: (owner, runId) => own(owner, runId).job.stop(),
    running: () => [...runs.values()].filter((entry) => !entry.finished).length,
    isOpen: () => open,
    async stopAll() {
      open = false;
      for (const { job } of runs.values()) job.stop();
      await Promise.all([...runs.values()].map(({ job }) => job.finished));
    },
  };
}

/**
 * Where a key counts: with its owner. A browser that has no owner yet may have to repeat its very first
 * request before it heard of one, so there the key, which nobody can guess, stands for the browser.
 */
function scopesOf({ id, isNew }: RunOwner, { key }: Idempotency): string[] {
  return isNew ? [`new\n${key}`, `${id}\n${key}`] : [`${id}\n${key}`];
}
