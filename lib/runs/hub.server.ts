import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "#lib/base/errors.ts";
import { newId } from "#lib/base/ids.ts";
import type { EarlierRun, RunArchive } from "./archive.ts";
import { archivedStream, NOTE_VIEWER_MS } from "./archived-stream.server.ts";
import { atMost } from "./at-most.ts";
import { type Continuation, continueRun } from "./continue-run.server.ts";
import { createEventLog } from "./event-log.server.ts";
import type { SampleKey } from "./events.ts";
import { createGate, type Gate } from "./gate.server.ts";
import { type PreparedRun, type RunSnapshot, startJob } from "./job.server.ts";
import { createKeeper, FORGETFUL } from "./keeper.server.ts";
import { createLiveRuns, type LiveRun } from "./live-runs.server.ts";
import { contentHashOf, expiryOf, isKept, keptRequest } from "./order.ts";
import type { RunRequest } from "./request.ts";
import {
  createSubmissions,
  type Idempotency,
  type RunOwner,
  refuseOtherBody,
  type StartedRun,
  scopesOf,
} from "./submissions.server.ts";
import { createTicker } from "./ticker.server.ts";
import { titleOf } from "./titles.ts";

/** What somebody asks to be run. */
export interface RunOrder {
  request: RunRequest;
  /** Turns the cells into calls, all of the request's without a list, or refuses by throwing. */
  prepare(only?: readonly SampleKey[]): PreparedRun;
  idempotency?: Idempotency;
}

/** Every run: those of this process, and behind them those that are kept. A foreign run does not exist. */
export interface Hub {
  /** Names this process among those that share a database. */
  readonly instance: string;
  /**
   * Starts a run, adds to an earlier one, or finds the one that the same idempotency key started. Resolves when
   * the run is durable; nothing is paid before.
   * @throws AppError idempotency-mismatch, conflict, not-found, too-many-runs, shutting-down, and what `prepare` throws
   */
  start(owner: RunOwner, order: RunOrder): Promise<StartedRun>;
  /** The run's frames after an id. Counts as watching until the reader leaves. */
  watch(owner: string, runId: string, afterId: number): Promise<ReadableStream<Uint8Array>>;
  snapshot(owner: string, runId: string): Promise<RunSnapshot>;
  /** Aborts every open call of the run before it resolves. Stopping twice is the same as once. */
  stop(owner: string, runId: string): Promise<void>;
  /** Stops runs of this process that another process was asked to stop. */
  stopHere(runIds: readonly string[]): void;
  /** Runs of this process, over or not, that storage has too. */
  keptHere(which: "open" | "all"): string[];
  /** Runs that were deleted or are continued elsewhere: stopped and dropped; who watches them comes back. */
  loseHere(runIds: readonly string[]): void;
  /**
   * Stops an owner's run, or all of them, and drops them from memory; for runs that are deleted. Answers how many
   * of them storage never had.
   */
  forget(owner: string, runId?: string): number;
  /** Runs still open, for health and tests. */
  running(): number;
  /** False once `close` was called. */
  isOpen(): boolean;
  /**
   * Starts nothing from now on and ends every viewer's stream. Open runs get `finishMs` to finish, or until
   * `urgent` is aborted; what is left is then stopped and kept as interrupted.
   */
  close(finishMs: number, urgent?: AbortSignal): Promise<void>;
}

interface HubOptions {
  providerConcurrency: number;
  archive(): Promise<RunArchive>;
  onDefect(error: unknown): void;
  /** An end could not be made durable. */
  onTrouble(error: unknown): void;
  graceMs?: number;
  keptMs?: number;
  gate?: Gate;
  /** Runs that one owner may have open at once; absent = any number. */
  openRuns?: number;
}

export function createHub(options: HubOptions): Hub {
  const { archive, onDefect, onTrouble } = options;
  const instance = randomUUID();
  const gate = options.gate ?? createGate(options.providerConcurrency);
  const ticker = createTicker();
  const submissions = createSubmissions<StartedRun>();
  const live = createLiveRuns({
    ...options,
    async viewedElsewhere(runId) {
      try {
        const viewedAtMs = await (await archive()).viewedAtMs(runId);
        return viewedAtMs === null ? null : viewedAtMs + NOTE_VIEWER_MS;
      } catch (error) {
        // Without storage nobody elsewhere sees anything of the run either.
        onTrouble(error);
        return null;
      }
    },
  });
  /** Owners of runs that are being made durable. */
  const starting: string[] = [];
  const closing = new AbortController();

  const refuseClosing = () => {
    if (!closing.signal.aborted) return;
    throw new AppError("shutting-down", "The server is about to restart. Try again in a moment.");
  };
  const refuseTooMany = (ownerId: string) => {
    if (options.openRuns === undefined) return;
    const open = live.all().filter(({ owner, finished }) => owner === ownerId && !finished).length;
    const all = open + starting.filter((id) => id === ownerId).length;
    if (all < options.openRuns) return;
    throw new AppError(
      "too-many-runs",
      `You have ${all} runs open. Stop one or wait for it, then run again.`,
    );
  };

  const launch = (owner: string, run: Launch) => {
    const { runId, contentHash, prepared, earlier } = run;
    const log = createEventLog(ticker, earlier?.replay);
    const keeper =
      run.archive === null
        ? FORGETFUL
        : createKeeper({
            archive: run.archive,
            work: { runId, instance },
            onTrouble,
            onLost: () => lose((other) => other.job === job),
          });
    const job = startJob(runId, prepared, { gate, log, keeper, earlier, onDefect });
    live.add({ runId, owner, job, log, keeper, contentHash, isKept: run.archive !== null });
  };
  const lose = (isLost: (run: LiveRun) => boolean) => {
    for (const run of live.all().filter(isLost)) {
      run.job.stop();
      run.log.dismiss();
      live.drop(run.runId);
    }
  };

  const begin = async (owner: RunOwner, order: RunOrder, scopes: readonly string[]): Promise<StartedRun> => {
    const { request, idempotency } = order;
    const prepared = order.prepare();
    const contentHash = await contentHashOf(request);
    const runId = newId("run");
    const kept = isKept(request) ? await archive() : null;
    if (kept !== null) {
      const createdAtMs = Date.now();
      const earlier = await kept.begin({
        runId,
        ownerId: owner.id,
        instance,
        title: titleOf(request),
        request: keptRequest(request),
        contentHash,
        total: prepared.samples.length,
        createdAtMs,
        expiresAtMs: expiryOf(request, createdAtMs),
        idempotency: idempotency === undefined ? null : { scopes, bodyHash: idempotency.bodyHash },
      });
      if (earlier !== null) return joined(earlier, idempotency);
      if (closing.signal.aborted) await kept.endRun({ runId, instance }, 1, "interrupted");
    }
    refuseClosing();
    launch(owner.id, { runId, contentHash, prepared, archive: kept, earlier: null });
    return { runId, ownerId: owner.id };
  };

  const addTo = async (
    owner: RunOwner,
    order: RunOrder,
    runId: string,
    scopes: readonly string[],
  ): Promise<StartedRun> => {
    const kept = await archive();
    const { idempotency } = order;
    const sent = await kept.earlier(scopes);
    if (sent !== null) return joined(sent, idempotency);
    let part: Continuation;
    try {
      part = await continueRun({
        archive: kept,
        owner: owner.id,
        runId,
        order,
        instance,
        live: live.find(owner.id, runId),
        idempotency: idempotency === undefined ? null : { scopes, bodyHash: idempotency.bodyHash },
      });
    } catch (error) {
      // The same request may have been taken by another process in between.
      const first = await kept.earlier(scopes);
      if (first !== null) return joined(first, idempotency);
      throw error;
    }
    if (closing.signal.aborted && part.archive !== null) {
      await kept.endRun({ runId, instance }, 1, "interrupted");
    }
    refuseClosing();
    launch(owner.id, { runId, ...part });
    return { runId, ownerId: owner.id };
  };

  /** A run of somebody else is told apart from nothing by nothing. */
  const archivedOr404 = async <T>(find: (archive: RunArchive) => Promise<T | null>): Promise<T> => {
    const found = await find(await archive());
    if (found === null) throw notFound();
    return found;
  };

  return {
    instance,
    async start(owner, order) {
      const { idempotency, request } = order;
      const scopes = idempotency === undefined ? [] : scopesOf(owner, idempotency);
      const earlier = submissions.find(scopes, idempotency?.bodyHash ?? "");
      if (earlier !== null) return earlier;
      refuseClosing();
      refuseTooMany(owner.id);
      starting.push(owner.id);
      const started =
        request.continues === undefined
          ? begin(owner, order, scopes)
          : addTo(owner, order, request.continues, scopes);
      submissions.remember(scopes, idempotency?.bodyHash ?? "", started);
      try {
        return await started;
      } finally {
        starting.splice(starting.indexOf(owner.id), 1);
      }
    },
    async watch(owner, runId, afterId) {
      refuseClosing();
      const run = live.find(owner, runId);
      if (run !== null) return live.watch(run, afterId);
      const kept = await archive();
      await archivedOr404(() => kept.endsAfter(owner, runId, Number.MAX_SAFE_INTEGER));
      return archivedStream({ archive: kept, ownerId: owner, runId, afterId, closing: closing.signal });
    },
    async snapshot(owner, runId) {
      const run = live.find(owner, runId);
      if (run !== null) return run.job.snapshot();
      const { status, total, samples, errors, costUsd } = await archivedOr404((kept) =>
        kept.read(owner, runId),
      );
      return { runId, status, total, samples, errors, costUsd };
    },
    async stop(owner, runId) {
      const run = live.find(owner, runId);
      if (run !== null) return run.job.stop();
      await archivedOr404(async (kept) => (await kept.askToStop(owner, runId)) || null);
    },
    stopHere(runIds) {
      for (const run of live.all()) if (runIds.includes(run.runId)) run.job.stop();
    },
    keptHere: (which) =>
      (which === "all" ? live.all() : openRuns(live.all()))
        .filter(({ isKept }) => isKept)
        .map(({ runId }) => runId),
    loseHere: (runIds) => lose((run) => run.isKept && runIds.includes(run.runId)),
    forget(owner, runId) {
      const runs = live
        .all()
        .filter((run) => run.owner === owner && (runId === undefined || run.runId === runId));
      for (const run of runs) {
        run.job.stop();
        live.drop(run.runId);
      }
      return runs.filter(({ isKept }) => !isKept).length;
    },
    running: () => openRuns(live.all()).length,
    isOpen: () => !closing.signal.aborted,
    async close(finishMs, urgent) {
      closing.abort();
      live.stopWaiting();
      for (const { log } of live.all()) log.dismiss();
      const finished = Promise.all(live.all().map(({ job }) => job.finished));
      await atMost(finishMs, finished, urgent);
      for (const { job } of openRuns(live.all())) job.interrupt();
      await finished;
      await Promise.all(live.all().map(({ keeper }) => keeper.settle()));
    },
  };
}

interface Launch extends Continuation {
  runId: string;
}

function openRuns(runs: readonly LiveRun[]): LiveRun[] {
  return runs.filter(({ finished }) => !finished);
}

/** @throws AppError idempotency-mismatch */
function joined({ runId, ownerId, bodyHash }: EarlierRun, idempotency?: Idempotency): StartedRun {
  refuseOtherBody(bodyHash, idempotency?.bodyHash ?? "");
  return { runId, ownerId };
}

function notFound(): AppError {
  return new AppError("not-found", "There is no such run. It may have been deleted, or have expired.");
}
