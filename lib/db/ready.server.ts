import "server-only";
import { setTimeout as after } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

const READY_MS = 2_000;

/** Whether a row can be written and read back within 2 s. Never throws. */
export async function isReady(db: Kysely<Tables>): Promise<boolean> {
  const given = new AbortController();
  const late = after(READY_MS, false, { signal: given.signal }).catch(() => false);
  const ready = await Promise.race([writeAndRead(db).catch(() => false), late]);
  given.abort();
  return ready;
}

async function writeAndRead(db: Kysely<Tables>): Promise<boolean> {
  const atMs = Date.now();
  await db
    .insertInto("probes")
    .values({ id: 1, at_ms: atMs })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ at_ms: atMs }))
    .execute();
  return (await db.selectFrom("probes").select("at_ms").where("id", "=", 1).executeTakeFirst()) !== undefined;
}
