import "server-only";
import { AppError } from "#lib/base/errors.ts";
import type { ArchivedRun, RunArchive, RunSummary } from "./archive.ts";
import type { Hub } from "./hub.server.ts";

export interface HistoryPage {
  /** Newest first. */
  runs: RunSummary[];
  /** What to ask for as `before` to get the older ones; null at the end. */
  next: string | null;
}

/** A kept run with all that opens it again. */
export interface HistoryEntry extends Pick<ArchivedRun, "request" | "samples" | "errors"> {
  run: RunSummary;
}

/** An owner's kept runs. A run of somebody else does not exist. */
export interface History {
  list(owner: string, query: { search: string; before: string | null; limit: number }): Promise<HistoryPage>;
  read(owner: string, runId: string): Promise<HistoryEntry>;
  rename(owner: string, runId: string, title: string): Promise<void>;
  /** Stops it when it is still going on. */
  remove(owner: string, runId: string): Promise<void>;
  /** Answers how many there were. */
  removeAll(owner: string): Promise<number>;
}

export function createHistory(archive: () => Promise<RunArchive>, hub: Hub): History {
  return {
    async list(owner, { search, before, limit }) {
      const found = await (await archive()).list(owner, {
        search,
        before: before === null ? null : placeOf(before),
        limit: limit + 1,
      });
      const runs = found.slice(0, limit);
      const last = runs.at(-1);
      const more = found.length > limit && last !== undefined;
      return { runs, next: more ? `${last.createdAtMs}.${last.runId}` : null };
    },
    async read(owner, runId) {
      const found = await (await archive()).read(owner, runId);
      if (found === null) throw notFound();
      const { request, samples, errors, contentHash: _hash, ...run } = found;
      return { run, request, samples, errors };
    },
    async rename(owner, runId, title) {
      if (!(await (await archive()).rename(owner, runId, title.trim()))) throw notFound();
    },
    async remove(owner, runId) {
      // The row first: what cannot be deleted goes on, and whichever process works on it sees that the row has gone.
      const removed = await (await archive()).remove(owner, runId);
      const unkept = hub.forget(owner, runId);
      if (!removed && unkept === 0) throw notFound();
    },
    async removeAll(owner) {
      const removed = await (await archive()).removeAll(owner);
      return removed + hub.forget(owner);
    },
  };
}

function placeOf(before: string): { createdAtMs: number; runId: string } {
  const at = before.indexOf(".");
  return { createdAtMs: Number(before.slice(0, at)), runId: before.slice(at + 1) };
}

function notFound(): AppError {
  return new AppError("not-found", "There is no such run. It may have been deleted, or have expired.");
}
