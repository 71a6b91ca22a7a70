import "server-only";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

const DAY_MS = 24 * 60 * 60_000;

/** Notes that an instance lives, so that nobody takes its runs for abandoned. */
export async function seeInstance(
  transaction: Transaction<Tables>,
  instance: string,
  nowMs: number,
): Promise<void> {
  await transaction
    .insertInto("instances")
    .values({ instance, seen_at_ms: nowMs })
    .onConflict((conflict) =>
      conflict.column("instance").doUpdateSet(({ eb, ref }) => ({
        // A run's creation may be older than the last sign of life.
        seen_at_ms: eb
          .case()
          .when("instances.seen_at_ms", "<", nowMs)
          .then(nowMs)
          .else(ref("instances.seen_at_ms"))
          .end(),
      })),
    )
    .execute();
}

/** Marks running runs of instances that have been silent for `leaseMs` as interrupted. Returns how many. */
export async function renewLeases(
  db: Kysely<Tables>,
  instance: string,
  nowMs: number,
  leaseMs: number,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await seeInstance(transaction, instance, nowMs);
    const alive = transaction
      .selectFrom("instances")
      .select("instance")
      .where("seen_at_ms", ">", nowMs - leaseMs);
    const { numUpdatedRows } = await transaction
      .updateTable("runs")
      .set({ status: "interrupted", stop_asked: 0 })
      .where("status", "=", "running")
      .where("instance", "not in", alive)
      .executeTakeFirstOrThrow();
    await transaction
      .deleteFrom("instances")
      .where("seen_at_ms", "<", nowMs - leaseMs - DAY_MS)
      .execute();
    return Number(numUpdatedRows);
  });
}
