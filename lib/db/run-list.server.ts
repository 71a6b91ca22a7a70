import "server-only";
import { type Kysely, sql } from "kysely";
import type { RunArchive, RunSummary } from "#lib/runs/archive.ts";
import { containing, folded } from "./stored-text.ts";
import type { Tables } from "./tables.ts";

/** Longer searches find nothing more; SQLite refuses patterns over 50,000 bytes. */
const SEARCH_CHARS = 500;

type SummaryRow = Pick<
  Tables["runs"],
  | "run_id"
  | "title"
  | "status"
  | "total"
  | "ended"
  | "cost_usd"
  | "unpriced"
  | "created_at_ms"
  | "expires_at_ms"
>;

/** A page of an owner's runs, newest first; runs of the same millisecond by their ids. */
export async function listRuns(
  db: Kysely<Tables>,
  ownerId: string,
  { search, before, limit }: Parameters<RunArchive["list"]>[1],
): Promise<RunSummary[]> {
  const pattern = containing(folded(search.slice(0, SEARCH_CHARS)));
  const rows = await db
    .selectFrom("runs")
    .select(["run_id", "title", "status", "total", "ended", "cost_usd", "unpriced"])
    .select(["created_at_ms", "expires_at_ms"])
    .where("owner_id", "=", ownerId)
    .$if(before !== null, (query) =>
      query.where(
        sql<boolean>`(created_at_ms, run_id) < (${before?.createdAtMs ?? 0}, ${before?.runId ?? ""})`,
      ),
    )
    .$if(search !== "", (query) =>
      query.where(({ or, exists, selectFrom }) =>
        or([
          sql<boolean>`title_folded like ${pattern} escape '\\'`,
          exists(
            selectFrom("run_requests")
              .select("run_requests.run_id")
              .whereRef("run_requests.run_id", "=", "runs.run_id")
              .where(sql<boolean>`prompts_folded like ${pattern} escape '\\'`),
          ),
        ]),
      ),
    )
    .orderBy("created_at_ms", "desc")
    .orderBy("run_id", "desc")
    .limit(limit)
    .execute();
  return rows.map(summary);
}

export function summary(run: SummaryRow): RunSummary {
  return {
    runId: run.run_id,
    title: run.title,
    status: run.status,
    total: run.total,
    ended: run.ended,
    costUsd: costUsd(run),
    createdAtMs: run.created_at_ms,
    expiresAtMs: run.expires_at_ms,
  };
}

/** US dollars; null as soon as one price is unknown. */
export function costUsd(run: Pick<SummaryRow, "cost_usd" | "unpriced">): number | null {
  return run.unpriced > 0 ? null : run.cost_usd;
}
