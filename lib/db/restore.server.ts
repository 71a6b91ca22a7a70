import "server-only";
import { sql, type Transaction } from "kysely";
import { KEPT_TABLES, type KeptTable, PASSING_TABLES, type Row } from "./backup-format.ts";
import { type BackupFile, openBackup } from "./backup-read.server.ts";
import type { Engine } from "./engine.server.ts";
import { look, migrate, take } from "./migrate.server.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import { openEngine, type StorageOptions } from "./storage.server.ts";
import { StorageError } from "./storage-error.ts";
import type { Tables } from "./tables.ts";

const ROWS_AT_ONCE = 50;
/** An instance that has given a sign of life within this time is taken to be running, ms. */
const ALIVE_MS = 60_000;

/**
 * Puts a backup into the database, all of it or, when anything is wrong, nothing; what was there before stays
 * then. With `force` a database that is not empty is replaced. Returns how many rows came. Throws StorageError.
 */
export async function restoreBackup(
  options: StorageOptions,
  file: string,
  { force }: { force: boolean },
): Promise<number> {
  const backup = await openBackup(file);
  const unknown = backup.migrations.find((name, place) => MIGRATIONS[place]?.name !== name);
  if (unknown !== undefined) {
    throw new StorageError(
      "newer",
      `A newer version of Afterprompt has made this backup (its step ${unknown} is not known here). Update Afterprompt first.`,
    );
  }
  const engine = await openEngine(options);
  try {
    const rows = await engine.db
      .transaction()
      .execute((transaction) => replaceAll(transaction, engine, backup, force));
    await migrate(engine);
    return rows;
  } finally {
    await engine.close();
  }
}

async function replaceAll(
  transaction: Transaction<Tables>,
  engine: Engine,
  backup: BackupFile,
  force: boolean,
): Promise<number> {
  if ((await look(transaction, engine, MIGRATIONS)) > 0) {
    await refuseBesideServer(transaction);
    if (!force) await refuseOverData(transaction);
  }
  for (const table of [...KEPT_TABLES.map(({ table }) => table).reverse(), ...PASSING_TABLES]) {
    await sql`drop table if exists ${sql.table(table)}`.execute(transaction);
  }
  await look(transaction, engine, MIGRATIONS);
  for (const migration of MIGRATIONS.slice(0, backup.migrations.length))
    await take(transaction, engine, migration);
  let count = 0;
  let table: KeptTable = "runs";
  let rows: Row[] = [];
  for await (const line of backup.rows()) {
    count += 1;
    if (line.table !== table || rows.length === ROWS_AT_ONCE) {
      await insert(transaction, table, rows);
      rows = [];
    }
    table = line.table;
    rows.push(line.row);
  }
  await insert(transaction, table, rows);
  return count;
}

/** SQLite's lock has kept a running server out already; on Postgres each tells when it was last alive. */
async function refuseBesideServer(transaction: Transaction<Tables>): Promise<void> {
  const alive = await transaction
    .selectFrom("instances")
    .select("instance")
    .where("seen_at_ms", ">", Date.now() - ALIVE_MS)
    .executeTakeFirst();
  if (alive === undefined) return;
  throw new StorageError(
    "in-use",
    "Afterprompt was working on this database a minute ago. Stop it, wait a minute and restore again.",
  );
}

async function refuseOverData(transaction: Transaction<Tables>): Promise<void> {
  for (const { table } of KEPT_TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(transaction);
    if (rows.length === 0) continue;
    throw new StorageError(
      "not-empty",
      "The database is not empty, and restoring replaces everything in it. Back it up first, then restore with --force.",
    );
  }
}

async function insert(
  transaction: Transaction<Tables>,
  table: KeptTable,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(transaction);
}
