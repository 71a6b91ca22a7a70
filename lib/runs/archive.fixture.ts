import type { ArchivedEnd, EarlierRun, NewArchivedRun, RunArchive } from "./archive.ts";
import { addCosts, cellOf, costOf, keyOf } from "./ended-samples.ts";
import type { RunStatus } from "./events.ts";

interface Row extends NewArchivedRun {
  status: RunStatus;
  costUsd: number | null;
  stopAsked: boolean;
  viewedAtMs: number | null;
  scopes: Map<string, string>;
  ends: Map<string, ArchivedEnd>;
}

/** An archive in memory, whose writing of ends a test can hold up or break. */
export interface MemoryArchive extends RunArchive {
  /** Called before an end is written; throws or waits as the test likes. */
  beforeWrite: (runId: string, eventId: number) => Promise<void> | void;
}

export function createMemoryArchive(): MemoryArchive {
  const rows = new Map<string, Row>();
  const seen = new Map<string, number>();
  const own = (ownerId: string, runId: string): Row | null => {
    const row = rows.get(runId);
    return row?.ownerId === ownerId ? row : null;
  };
  const named = (scopes: readonly string[]): EarlierRun | null => {
    for (const row of rows.values()) {
      const bodyHash = scopes.map((scope) => row.scopes.get(scope)).find((hash) => hash !== undefined);
      if (bodyHash !== undefined) return { runId: row.runId, ownerId: row.ownerId, bodyHash };
    }
    return null;
  };
  const endsOf = (row: Row) => [...row.ends.values()].sort((a, b) => a.eventId - b.eventId);
  const summary = (row: Row) => ({
    runId: row.runId,
    title: row.title,
    status: row.status,
    total: row.total,
    ended: row.ends.size,
    costUsd: row.costUsd,
    createdAtMs: row.createdAtMs,
    expiresAtMs: row.expiresAtMs,
  });
  const archive: MemoryArchive = {
    beforeWrite: () => {},
    async begin(run) {
      const earlier = named(run.idempotency?.scopes ?? []);
      if (earlier !== null) return earlier;
      rows.set(run.runId, {
        ...run,
        status: "running",
        costUsd: 0,
        stopAsked: false,
        viewedAtMs: null,
        scopes: scopeMap(run.idempotency),
        ends: new Map(),
      });
      seen.set(run.instance, run.createdAtMs);
      return null;
    },
    earlier: async (scopes) => named(scopes),
    async reopen({ runId, ownerId, instance, contentHash, total, nowMs, idempotency }) {
      const row = own(ownerId, runId);
      if (row === null || row.contentHash !== contentHash || row.status === "running") return false;
      if (named(idempotency?.scopes ?? []) !== null) return false;
      Object.assign(row, { status: "running", instance, total: Math.max(total, row.total) });
      for (const [scope, bodyHash] of scopeMap(idempotency)) row.scopes.set(scope, bodyHash);
      seen.set(instance, nowMs);
      return true;
    },
    async endSample({ runId, instance }, eventId, ended) {
      await archive.beforeWrite(runId, eventId);
      const row = rows.get(runId);
      if (row?.instance !== instance) return false;
      const cell = cellOf(keyOf(ended));
      if ((row.ends.get(cell)?.eventId ?? 0) >= eventId) return true;
      row.ends.set(cell, structuredClone({ eventId, ended }));
      row.costUsd = addCosts(row.costUsd, costOf(ended));
      return true;
    },
    async endRun({ runId, instance }, eventId, status) {
      await archive.beforeWrite(runId, eventId);
      const row = rows.get(runId);
      if (row?.instance !== instance) return false;
      row.status = status;
      return true;
    },
    async read(ownerId, runId) {
      const row = own(ownerId, runId);
      if (row === null) return null;
      const ended = endsOf(row).map((end) => end.ended);
      return {
        ...summary(row),
        contentHash: row.contentHash,
        request: row.request,
        samples: ended.flatMap((end) => ("result" in end ? [end.result] : [])),
        errors: ended.flatMap((end) => ("error" in end ? [end.error] : [])),
      };
    },
    async endsAfter(ownerId, runId, eventId) {
      const row = own(ownerId, runId);
      if (row === null) return null;
      const { status, total, costUsd } = row;
      return { status, total, costUsd, ends: endsOf(row).filter((end) => end.eventId > eventId) };
    },
    async list(ownerId, { search, before, limit }) {
      return [...rows.values()]
        .filter((row) => row.ownerId === ownerId && row.title.includes(search))
        .sort((a, b) => b.createdAtMs - a.createdAtMs || (a.runId < b.runId ? 1 : -1))
        .filter(
          (row) =>
            before === null ||
            row.createdAtMs < before.createdAtMs ||
            (row.createdAtMs === before.createdAtMs && row.runId < before.runId),
        )
        .slice(0, limit)
        .map(summary);
    },
    async rename(ownerId, runId, title) {
      const row = own(ownerId, runId);
      if (row !== null) row.title = title;
      return row !== null;
    },
    async remove(ownerId, runId) {
      return own(ownerId, runId) !== null && rows.delete(runId);
    },
    async removeAll(ownerId) {
      const mine = [...rows.values()].filter((row) => row.ownerId === ownerId);
      for (const { runId } of mine) rows.delete(runId);
      return mine.length;
    },
    async askToStop(ownerId, runId) {
      const row = own(ownerId, runId);
      if (row !== null) row.stopAsked = row.status === "running";
      return row !== null;
    },
    async takeStops(instance) {
      const asked = [...rows.values()].filter((row) => row.instance === instance && row.stopAsked);
      for (const row of asked) row.stopAsked = false;
      return asked.map(({ runId }) => runId);
    },
    async lost(instance, runIds) {
      return runIds.filter((runId) => rows.get(runId)?.instance !== instance);
    },
    async noteViewer(ownerId, runId, nowMs) {
      const row = own(ownerId, runId);
      if (row !== null) row.viewedAtMs = nowMs;
    },
    async viewedAtMs(runId) {
      return rows.get(runId)?.viewedAtMs ?? null;
    },
    async renewLeases(instance, nowMs, leaseMs) {
      seen.set(instance, nowMs);
      const dead = [...rows.values()].filter(
        (row) => row.status === "running" && (seen.get(row.instance) ?? 0) <= nowMs - leaseMs,
      );
      for (const row of dead) row.status = "interrupted";
      return dead.length;
    },
    async sweep(nowMs) {
      const gone = [...rows.values()].filter((row) => (row.expiresAtMs ?? Number.POSITIVE_INFINITY) <= nowMs);
      for (const { runId } of gone) rows.delete(runId);
      return gone.length;
    },
  };
  return archive;
}

function scopeMap(idempotency: NewArchivedRun["idempotency"]): Map<string, string> {
  return new Map(idempotency?.scopes.map((scope) => [scope, idempotency.bodyHash]));
}
