import type { RunStatus, SampleKey, SampleResult } from "./events.ts";
import type { RunRequest } from "./request.ts";

/** An answer that failed, with what it had brought and cost. */
export interface FailedSample extends SampleKey {
  code: string;
  message: string;
  /** What had arrived before the failure. */
  text: string;
  usage: SampleResult["usage"];
  costUsd: number | null;
  /** Set when it could not be written to storage. */
  kept?: false;
}

/** How a sample ended: exactly one of the two. */
export type EndedSample = { result: SampleResult } | { error: FailedSample };

export interface NewArchivedRun {
  runId: string;
  ownerId: string;
  /** The process that works on it and renews its lease. */
  instance: string;
  title: string;
  /** What was asked for, without `title`, `keepDays` and `continues`. */
  request: RunRequest;
  /** Hash of variants, cases and checks: what a continuation has to agree with. */
  contentHash: string;
  total: number;
  createdAtMs: number;
  /** When the run is forgotten; null: never. */
  expiresAtMs: number | null;
  /** Scopes in which this request was sent with its Idempotency-Key, and the hash of its body. */
  idempotency: { scopes: readonly string[]; bodyHash: string } | null;
}

/** Who writes into which run: an instance that does not work on it any more writes nothing. */
export interface RunWork {
  runId: string;
  instance: string;
}

export interface EarlierRun {
  runId: string;
  ownerId: string;
  bodyHash: string;
}

export interface RunSummary {
  runId: string;
  title: string;
  status: RunStatus;
  total: number;
  ended: number;
  /** US dollars; null when a price is unknown. */
  costUsd: number | null;
  createdAtMs: number;
  expiresAtMs: number | null;
}

export interface ArchivedRun extends RunSummary {
  request: RunRequest;
  contentHash: string;
  /** By place of their ends in the run's events. */
  samples: SampleResult[];
  errors: FailedSample[];
}

/** One end with the id of its event, for a viewer on another instance. */
export interface ArchivedEnd {
  eventId: number;
  ended: EndedSample;
}

/**
 * Where runs are kept. Everything is durable when its promise resolves; nobody is told of an answer before.
 * A run of another owner does not exist.
 */
export interface RunArchive {
  /** Writes a new run, or answers the one that an idempotency scope already names. One transaction. */
  begin(run: NewArchivedRun): Promise<EarlierRun | null>;
  /** The run that one of these idempotency scopes names. */
  earlier(scopes: readonly string[]): Promise<EarlierRun | null>;
  /**
   * Reopens a finished, stopped or interrupted run for more samples: its total grows to `total`, its lease is
   * taken by `instance`, the scopes name it from now on. One transaction. False when there is no such run of this
   * owner, its content differs, it is running or a scope is taken.
   */
  reopen(claim: {
    runId: string;
    ownerId: string;
    instance: string;
    contentHash: string;
    total: number;
    nowMs: number;
    idempotency: NewArchivedRun["idempotency"];
  }): Promise<boolean>;
  /**
   * Writes one end. An earlier end of the same cell is replaced, its cost stays counted; over a later one nothing is
   * written. False when the run is gone or another instance works on it.
   */
  endSample(work: RunWork, eventId: number, ended: EndedSample): Promise<boolean>;
  /** False when the run is gone or another instance works on it. */
  endRun(work: RunWork, eventId: number, status: Exclude<RunStatus, "running">): Promise<boolean>;
  read(ownerId: string, runId: string): Promise<ArchivedRun | null>;
  /** Ends after an event id, oldest first, and how the run stands: for viewers elsewhere than where it runs. */
  endsAfter(
    ownerId: string,
    runId: string,
    eventId: number,
  ): Promise<{ status: RunStatus; total: number; costUsd: number | null; ends: ArchivedEnd[] } | null>;
  /** Newest first. `search` matches the title and the prompts, whatever its letter case; `before` is a summary's createdAtMs and runId. */
  list(
    ownerId: string,
    query: { search: string; before: { createdAtMs: number; runId: string } | null; limit: number },
  ): Promise<RunSummary[]>;
  rename(ownerId: string, runId: string, title: string): Promise<boolean>;
  /** Deletes the run and everything of it. False when there is no such run. */
  remove(ownerId: string, runId: string): Promise<boolean>;
  removeAll(ownerId: string): Promise<number>;
  /** Asks whichever instance works on the run to stop it. False when there is no such run. */
  askToStop(ownerId: string, runId: string): Promise<boolean>;
  /** Which of this instance's runs were asked to stop since the last question. */
  takeStops(instance: string): Promise<string[]>;
  /** Which of these runs are not this instance's any more: deleted, or continued by another one. */
  lost(instance: string, runIds: readonly string[]): Promise<string[]>;
  /** Notes that somebody watches the run through an instance that does not work on it. */
  noteViewer(ownerId: string, runId: string, nowMs: number): Promise<void>;
  /** When somebody last watched it like that; null: never. */
  viewedAtMs(runId: string): Promise<number | null>;
  /** Says that this instance lives; marks runs of instances silent for `leaseMs` as interrupted. Returns how many. */
  renewLeases(instance: string, nowMs: number, leaseMs: number): Promise<number>;
  /** Deletes what has expired. Returns how many runs. */
  sweep(nowMs: number): Promise<number>;
}
