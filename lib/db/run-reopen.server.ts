import "server-only";
import type { Kysely } from "kysely";
import type { RunArchive } from "#lib/runs/archive.ts";
import { ScopeTaken, writeScopes } from "./run-begin.server.ts";
import { seeInstance } from "./run-leases.server.ts";
import { idToFind } from "./stored-text.ts";
import type { Tables } from "./tables.ts";

/** Claims a run that is over for more samples. False, and nothing is written, when it cannot be had. */
export async function reopenRun(
  db: Kysely<Tables>,
  claim: Parameters<RunArchive["reopen"]>[0],
): Promise<boolean> {
  try {
    return await db.transaction().execute(async (transaction) => {
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
        .executeTakeFirst();
      if (reopened === undefined) return false;
      await writeScopes(transaction, reopened.run_id, claim.idempotency);
      await seeInstance(transaction, claim.instance, claim.nowMs);
      return true;
    });
  } catch (error) {
    if (error instanceof ScopeTaken) return false;
    throw error;
  }
}
