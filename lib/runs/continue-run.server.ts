import "server-only";
import { AppError } from "#lib/base/errors.ts";
import type { ArchivedEnd, NewArchivedRun, RunArchive } from "./archive.ts";
import { eventOf } from "./ended-samples.ts";
import type { Replay } from "./event-log.server.ts";
import type { RunStatus, SampleKey } from "./events.ts";
import type { EarlierPart, PreparedRun } from "./job.server.ts";
import type { LiveRun } from "./live-runs.server.ts";
import { contentHashOf, missingCells, totalWith } from "./order.ts";
import type { RunRequest } from "./request.ts";

/**
 * Ids of a run's next part begin here, counted from the last whole multiple. A viewer may have seen deltas that
 * nobody wrote down before a crash; no event of the next part may have an id that it has seen.
 */
const PART_IDS = 1_000_000;

/** A job about to start, and what it goes on from. */
export interface Continuation {
  contentHash: string;
  prepared: PreparedRun;
  /** Where its ends go; null when it is kept nowhere. */
  archive: RunArchive | null;
  earlier: (EarlierPart & { replay: Replay }) | null;
}

interface ContinueInput {
  archive: RunArchive;
  owner: string;
  runId: string;
  order: { request: RunRequest; prepare(only?: readonly SampleKey[]): PreparedRun };
  instance: string;
  /** The run in this process, when it is. */
  live: LiveRun | null;
  /** Written together with the claim, so that the same request sent again finds what it paid for. */
  idempotency: NewArchivedRun["idempotency"];
}

interface Found {
  contentHash: string;
  status: RunStatus;
  total: number;
  costUsd: number | null;
  request: RunRequest;
  isArchived: boolean;
}

/**
 * Claims an earlier run for more samples. What it has already is kept; a cell that is made again replaces its
 * earlier end, whose cost stays counted.
 * @throws AppError not-found, run-changed, conflict, and what `prepare` throws
 */
export async function continueRun(input: ContinueInput): Promise<Continuation> {
  const { archive, owner, runId, order, instance, live, idempotency } = input;
  const { request } = order;
  const contentHash = await contentHashOf(request);
  const found = await find(input);
  if (found === null) {
    throw new AppError(
      "not-found",
      "The run to be continued is not there any more. Run again to make all of it.",
      { field: "continues" },
    );
  }
  if (found.contentHash !== contentHash) {
    throw new AppError(
      "run-changed",
      "The prompts, cases or checks have changed since that run. Run again to make all of it.",
      { field: "continues" },
    );
  }
  if (found.status === "running" || live?.finished === false) {
    throw conflict("That run is still going on. Wait for its end, or stop it first.");
  }
  const ends = await endsOf(input, found);
  const only = request.only ?? missingCells(request, ends);
  if (only.length === 0) throw conflict("That run has every answer already. There is nothing to make.");
  const prepared = order.prepare(only);
  const total = totalWith(found, ends, only);
  if (found.isArchived) {
    const claim = { runId, ownerId: owner, instance, contentHash, total, nowMs: Date.now(), idempotency };
    if (!(await archive.reopen(claim))) throw conflict("That run is being continued elsewhere already.");
  }
  const { status, costUsd } = found;
  return {
    contentHash,
    prepared,
    archive: found.isArchived ? archive : null,
    earlier: { ends, costUsd, status, total, replay: replayOf(runId, total, ends) },
  };
}

async function find({ archive, owner, runId, live, order }: ContinueInput): Promise<Found | null> {
  const kept = await archive.read(owner, runId);
  if (kept !== null) return { ...kept, isArchived: true };
  if (live === null) return null;
  const { status, total, costUsd } = live.job.snapshot();
  return { status, total, costUsd, contentHash: live.contentHash, request: order.request, isArchived: false };
}

async function endsOf({ archive, owner, runId, live }: ContinueInput, found: Found): Promise<ArchivedEnd[]> {
  if (!found.isArchived) return live?.job.ends() ?? [];
  return (await archive.endsAfter(owner, runId, 0))?.ends ?? [];
}

function replayOf(runId: string, total: number, ends: readonly ArchivedEnd[]): Replay {
  const last = ends.reduce((most, { eventId }) => Math.max(most, eventId), 0);
  return {
    base: (Math.floor(last / PART_IDS) + 1) * PART_IDS,
    events: [
      { id: 1, event: { type: "run-start", data: { runId, total } } },
      ...ends.map(({ eventId, ended }) => ({ id: eventId, event: eventOf(ended) })),
    ],
  };
}

function conflict(message: string): AppError {
  return new AppError("conflict", message, { field: "continues" });
}
