import "server-only";
import { setImmediate } from "node:timers/promises";
import type { ExpressionBuilder, Kysely } from "kysely";
import { sql } from "kysely";
import { wellFormed } from "#lib/base/well-formed.ts";
import type { ArchivedEnd, EndedSample, RunWork } from "#lib/runs/archive.ts";
import type { RunStatus } from "#lib/runs/events.ts";
import { restoreEnd } from "./stored-end.ts";
import { toStoredJson } from "./stored-text.ts";
import type { Tables } from "./tables.ts";

/** Ends that are read at once; one may have a million characters. */
const PAGE = 16;

/**
 * Writes one end and counts it. False, and nothing is written, when the run has been deleted or another instance works
 * on it.
 */
export async function writeEnd(
  db: Kysely<Tables>,
  { runId, instance }: RunWork,
  eventId: number,
  ended: EndedSample,
): Promise<boolean> {
  const end = "result" in ended ? ended.result : ended.error;
  const cell = {
    run_id: runId,
    variant: wellFormed(end.variant),
    case_id: wellFormed(end.case),
    sample: end.sample,
  };
  const body = toStoredJson(end);
  return db.transaction().execute(async (transaction) => {
    // First, so that ends of the same run come one after the other.
    const run = await transaction
      .updateTable("runs")
      .set((row) => ({ last_event_id: atLeast(row, eventId) }))
      .where("run_id", "=", runId)
      .where("instance", "=", instance)
      .returning("run_id")
      .executeTakeFirst();
    if (run === undefined) return false;
    const earlier = await transaction
      .selectFrom("run_ends")
      .select("event_id")
      .where("run_id", "=", cell.run_id)
      .where("variant", "=", cell.variant)
      .where("case_id", "=", cell.case_id)
      .where("sample", "=", cell.sample)
      .executeTakeFirst();
    // The same end once more, because the answer to the first writing was lost: it was paid for once. An older one
    // has nothing to say any more.
    if (earlier !== undefined && earlier.event_id >= eventId) return true;
    const content = { event_id: eventId, failed: "error" in ended ? 1 : 0, body };
    await transaction
      .insertInto("run_ends")
      .values({ ...cell, ...content })
      .onConflict((conflict) =>
        conflict.columns(["run_id", "variant", "case_id", "sample"]).doUpdateSet(content),
      )
      .execute();
    await transaction
      .updateTable("runs")
      .set(({ eb }) => ({
        ended: eb("ended", "+", earlier === undefined ? 1 : 0),
        cost_usd: eb("cost_usd", "+", end.costUsd ?? 0),
        unpriced: eb("unpriced", "+", end.costUsd === null ? 1 : 0),
      }))
      .where("run_id", "=", runId)
      .execute();
    return true;
  });
}

/** Says how a run ended. False, and nothing is written, when it has been deleted or another instance works on it. */
export async function closeRun(
  db: Kysely<Tables>,
  { runId, instance }: RunWork,
  eventId: number,
  status: Exclude<RunStatus, "running">,
): Promise<boolean> {
  const ended = await db
    .updateTable("runs")
    .set((row) => ({ status, stop_asked: 0, last_event_id: atLeast(row, eventId) }))
    .where("run_id", "=", runId)
    .where("instance", "=", instance)
    .returning("run_id")
    .executeTakeFirst();
  return ended !== undefined;
}

/** The last event's id never goes back. */
function atLeast({ eb, ref }: ExpressionBuilder<Tables, "runs">, eventId: number) {
  return eb.case().when("last_event_id", "<", eventId).then(eventId).else(ref("last_event_id")).end();
}

/** The ends after an event id, oldest first, read in pages between which the server can do other things. */
export async function readEnds(db: Kysely<Tables>, runId: string, eventId: number): Promise<ArchivedEnd[]> {
  const ends = new Map<string, ArchivedEnd>();
  let last = { event_id: eventId, variant: "\u{10ffff}", case_id: "", sample: 0 };
  for (;;) {
    const rows = await db
      .selectFrom("run_ends")
      .select(["variant", "case_id", "sample", "event_id", "failed", "body"])
      .where("run_id", "=", runId)
      .where(
        sql<boolean>`(event_id, variant, case_id, sample) > (${last.event_id}, ${last.variant}, ${last.case_id}, ${last.sample})`,
      )
      .orderBy("event_id")
      .orderBy("variant")
      .orderBy("case_id")
      .orderBy("sample")
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const cell = `${row.variant}/${row.case_id}/${row.sample}`;
      // An end that was replaced meanwhile comes again, later: only its newest counts.
      ends.delete(cell);
      ends.set(cell, { eventId: row.event_id, ended: restoreEnd(row) });
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return [...ends.values()];
    last = end;
    await setImmediate();
  }
}
