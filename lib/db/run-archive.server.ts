import "server-only";
import type { Kysely } from "kysely";
import { wellFormed } from "#lib/base/well-formed.ts";
import type { RunArchive } from "#lib/runs/archive.ts";
import { runRequestSchema } from "#lib/runs/request.ts";
import { inBatches } from "./batches.server.ts";
import { beginRun, findEarlier } from "./run-begin.server.ts";
import { closeRun, readEnds, writeEnd } from "./run-ends.server.ts";
import { renewLeases } from "./run-leases.server.ts";
import { costUsd, listRuns, summary } from "./run-list.server.ts";
import { reopenRun } from "./run-reopen.server.ts";
import { folded, idToFind } from "./stored-text.ts";
import type { Tables } from "./tables.ts";

/** Runs that are deleted in one transaction. */
const BATCH = 10;
/** Ids in one question; a query has room for some thousands. */
const ASKED_AT_ONCE = 500;

/** The archive of runs in a database. */
export function createRunArchive(db: Kysely<Tables>): RunArchive {
  const find = (ownerId: string, runId: string) =>
    db
      .selectFrom("runs")
      .selectAll()
      .where("run_id", "=", idToFind(runId))
      .where("owner_id", "=", ownerId)
      .executeTakeFirst();

  const removeThese = async (runIds: readonly string[]): Promise<number> => {
    if (runIds.length === 0) return 0;
    const { numDeletedRows } = await db
      .deleteFrom("runs")
      .where("run_id", "in", runIds)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  };

  return {
    begin: (run) => beginRun(db, run),

    earlier: (scopes) => findEarlier(db, scopes),

    reopen: (claim) => reopenRun(db, claim),

    endSample: (work, eventId, ended) => writeEnd(db, work, eventId, ended),

    endRun: (work, eventId, status) => closeRun(db, work, eventId, status),

    async read(ownerId, runId) {
      const run = await find(ownerId, runId);
      if (run === undefined) return null;
      const ends = await readEnds(db, run.run_id, 0);
      const kept = await db
        .selectFrom("run_requests")
        .select("request")
        .where("run_id", "=", run.run_id)
        .executeTakeFirst();
      // Deleted while it was being read.
      if (kept === undefined) return null;
      return {
        ...summary(run),
        contentHash: run.content_hash,
        request: runRequestSchema.parse(JSON.parse(kept.request)),
        samples: ends.flatMap(({ ended }) => ("result" in ended ? [ended.result] : [])),
        errors: ends.flatMap(({ ended }) => ("error" in ended ? [ended.error] : [])),
      };
    },

    async endsAfter(ownerId, runId, eventId) {
      // How the run stands first: what ends in between is in the list, never the other way round.
      const run = await find(ownerId, runId);
      if (run === undefined) return null;
      const ends = await readEnds(db, run.run_id, eventId);
      return { status: run.status, total: run.total, costUsd: costUsd(run), ends };
    },

    list: (ownerId, query) => listRuns(db, ownerId, query),

    async rename(ownerId, runId, title) {
      const { numUpdatedRows } = await db
        .updateTable("runs")
        .set({ title: wellFormed(title), title_folded: folded(title) })
        .where("run_id", "=", idToFind(runId))
        .where("owner_id", "=", ownerId)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async remove(ownerId, runId) {
      const run = await find(ownerId, runId);
      return run !== undefined && (await removeThese([run.run_id])) > 0;
    },

    removeAll: (ownerId) =>
      inBatches(async () => {
        const runs = await db
          .selectFrom("runs")
          .select("run_id")
          .where("owner_id", "=", ownerId)
          .limit(BATCH)
          .execute();
        return removeThese(runs.map((run) => run.run_id));
      }),

    async askToStop(ownerId, runId) {
      const asked = await db
        .updateTable("runs")
        .set(({ eb }) => ({ stop_asked: eb.case().when("status", "=", "running").then(1).else(0).end() }))
        .where("run_id", "=", idToFind(runId))
        .where("owner_id", "=", ownerId)
        .returning("run_id")
        .execute();
      return asked.length > 0;
    },

    async takeStops(instance) {
      const stops = await db
        .updateTable("runs")
        .set({ stop_asked: 0 })
        .where("instance", "=", instance)
        .where("status", "=", "running")
        .where("stop_asked", "=", 1)
        .returning("run_id")
        .execute();
      return stops.map((run) => run.run_id);
    },

    async lost(instance, runIds) {
      const kept = new Set<string>();
      for (let from = 0; from < runIds.length; from += ASKED_AT_ONCE) {
        const rows = await db
          .selectFrom("runs")
          .select("run_id")
          .where("instance", "=", instance)
          .where("run_id", "in", runIds.slice(from, from + ASKED_AT_ONCE))
          .execute();
        for (const row of rows) kept.add(row.run_id);
      }
      return runIds.filter((runId) => !kept.has(runId));
    },

    async noteViewer(ownerId, runId, nowMs) {
      await db
        .updateTable("runs")
        .set({ viewed_at_ms: nowMs })
        .where("run_id", "=", idToFind(runId))
        .where("owner_id", "=", ownerId)
        .execute();
    },

    async viewedAtMs(runId) {
      const run = await db
        .selectFrom("runs")
        .select("viewed_at_ms")
        .where("run_id", "=", idToFind(runId))
        .executeTakeFirst();
      return run?.viewed_at_ms ?? null;
    },

    renewLeases: (instance, nowMs, leaseMs) => renewLeases(db, instance, nowMs, leaseMs),

    sweep: (nowMs) =>
      inBatches(async () => {
        const runs = await db
          .selectFrom("runs")
          .select("run_id")
          .where("expires_at_ms", "<=", nowMs)
          .where("status", "<>", "running")
          .limit(BATCH)
          .execute();
        return removeThese(runs.map((run) => run.run_id));
      }),
  };
}
