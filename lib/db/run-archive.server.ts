import "server-only";
import type { Kysely } from "kysely";
import { wellFormed } from "#lib/base/well-formed.ts";
import type { RunArchive } from "#lib/runs/archive.ts";
import { runRequestSchema } from "#lib/runs/request.ts";
import { inBatches } from "./batches.server.ts";
import { beginRun } from "./run-begin.server.ts";
import { readEnds, writeEnd } from "./run-ends.server.ts";
import { renewLeases, seeInstance } from "./run-leases.server.ts";
import { costUsd, listRuns, summary } from "./run-list.server.ts";
import { folded, idToFind } from "./stored-text.ts";
import type { Tables } from "./tables.ts";

/** Runs that are deleted in one transaction. */
const BATCH = 10;

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

    reopen: (claim) =>
      db.transaction().execute(async (transaction) => {
        const reopened = await transaction
          .updateTable("runs")
          .set(({ ref, eb }) => ({
            status: "running",
            instance: claim.instance,
            stop_asked: 0,
            total: eb.case().when("total", "<", claim.total).then(claim.total).else(ref("total")).end(),
          }))
          .where("run_id", "=", idToFind(claim.runId))
          .where("owner_id", "=", claim.ownerId)
          .where("content_hash", "=", claim.contentHash)
          .where("status", "<>", "running")
          .returning("run_id")
          .execute();
        if (reopened.length === 0) return false;
        await seeInstance(transaction, claim.instance, claim.nowMs);
        return true;
      }),

    endSample: (runId, eventId, ended) => writeEnd(db, runId, eventId, ended),

    async endRun(runId, eventId, status) {
      await db
        .updateTable("runs")
        .set(({ eb, ref }) => ({
          status,
          stop_asked: 0,
          last_event_id: eb
            .case()
            .when("last_event_id", "<", eventId)
            .then(eventId)
            .else(ref("last_event_id"))
            .end(),
        }))
        .where("run_id", "=", runId)
        .execute();
    },

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
