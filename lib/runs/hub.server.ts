import "server-only";
import { AppError } from "#lib/base/errors.ts";
import { newId } from "#lib/base/ids.ts";
import { ABANDONED_GRACE_MS, FINISHED_RUN_KEPT_MS } from "#lib/base/limits.ts";
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

/** Every run of this process: who owns it, who watches it, when it is given up. */
export interface Hub {
  /** Starts a run, or finds the one that the same idempotency key started. Throws on a key reused for another body. */
  start(owner: string, prepare: () => PreparedRun, idempotency?: Idempotency): string;
  /** The run's frames after an id. Counts as watching until the reader leaves. */
  watch(owner: string, runId: string, afterId: number): ReadableStream<Uint8Array>;
  snapshot(owner: string, runId: string): RunSnapshot;
  /** Aborts every open call of the run before it returns. Stopping twice is the same as once. */
  stop(owner: string, runId: string): void;
  /** Runs still open, for health and tests. */
  running(): number;
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
}

export function createHub(options: HubOptions): Hub {
  const { graceMs = ABANDONED_GRACE_MS, keptMs = FINISHED_RUN_KEPT_MS } = options;
  const gate = options.gate ?? createGate(options.providerConcurrency);
  const ticker = createTicker();
  const runs = new Map<string, Entry>();
  const submitted = new Map<string, { bodyHash: string; runId: string }>();

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

  return {
    start(owner, prepare, idempotency) {
      const idempotencyKey = idempotency === undefined ? null : `${owner}\n${idempotency.key}`;
      if (idempotencyKey !== null) {
        const earlier = submitted.get(idempotencyKey);
        if (earlier !== undefined) {
          if (earlier.bodyHash !== idempotency?.bodyHash) {
            throw new AppError(
              "idempotency-mismatch",
              "This Idempotency-Key was already used for another request. Send a new key with a new request.",
            );
          }
          if (runs.has(earlier.runId)) return earlier.runId;
          throw new AppError(
            "conflict",
            "This request was already carried out, and its run is no longer in memory.",
          );
        }
      }
      const prepared = prepare();
      makeRoom();
      const runId = newId("run");
      const log = createEventLog(ticker);
      const job = startJob(runId, prepared, { gate, log, onDefect: options.onDefect });
      const entry: Entry = { owner, job, log, watchers: 0, grace: null, finished: false };
      runs.set(runId, entry);
      if (idempotencyKey !== null) {
        submitted.set(idempotencyKey, { bodyHash: idempotency?.bodyHash ?? "", runId });
        setTimeout(() => submitted.delete(idempotencyKey), IDEMPOTENCY_KEPT_MS).unref();
      }
      giveUpUnlessWatched(entry);
      void job.finished.then(() => {
        entry.finished = true;
        if (entry.grace !== null) clearTimeout(entry.grace);
        setTimeout(() => runs.delete(runId), keptMs).unref();
      });
      return runId;
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
    async stopAll() {
      for (const { job } of runs.values()) job.stop();
      await Promise.all([...runs.values()].map(({ job }) => job.finished));
    },
  };
}
