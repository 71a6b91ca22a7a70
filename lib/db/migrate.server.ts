import "server-only";
import { createHash } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { Engine } from "./engine.server.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import type { Migration } from "./migrations/migration.ts";
import { StorageError } from "./storage-error.ts";
import type { Tables } from "./tables.ts";

interface Applied {
  name: string;
  checksum: string;
}

/**
 * Brings the schema to the last of `migrations`, each in a transaction of its own. Processes that start at the
 * same time wait for each other. Throws StorageError when the database is newer than this version of the app or
 * a migration has been changed since it was applied; nothing is touched then.
 */
export async function migrate(engine: Engine, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  const done = await engine.db.transaction().execute((transaction) => look(transaction, engine, migrations));
  const first = migrations[done];
  // A new database has nothing to copy, and a copy cannot be made inside a transaction.
  if (first !== undefined && done > 0) engine.copyBefore?.(first.name);
  for (let left = first; left !== undefined; ) {
    left = await engine.db.transaction().execute(async (transaction) => {
      // Looked at again: another process may have taken the step in the meantime.
      const next = migrations[await look(transaction, engine, migrations)];
      if (next !== undefined) await take(transaction, engine, next);
      return next;
    });
  }
}

/** How many migrations have been applied, all of them known and unchanged; else throws StorageError. */
export async function look(
  transaction: Transaction<Tables>,
  engine: Engine,
  migrations: readonly Migration[],
): Promise<number> {
  await engine.lockSchema(transaction);
  await sql`CREATE TABLE IF NOT EXISTS migrations (
    name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at_ms BIGINT NOT NULL
  )`.execute(transaction);
  const rows = await transaction.selectFrom("migrations").select(["name", "checksum"]).execute();
  const applied = rows.sort((a, b) => (a.name < b.name ? -1 : 1));
  applied.forEach((row, place) => {
    check(row, migrations, place);
  });
  return applied.length;
}

function check(applied: Applied, migrations: readonly Migration[], place: number): void {
  const known = migrations.find(({ name }) => name === applied.name);
  if (known === undefined) {
    throw new StorageError(
      "newer",
      `A newer version of Afterprompt has written this database (its step ${applied.name} is not known here). Update Afterprompt, or restore a backup that this version made.`,
    );
  }
  if (known === migrations[place] && checksum(known) === applied.checksum) return;
  throw new StorageError(
    "changed",
    `The migration ${applied.name} is not what it was when it was applied to this database. Put its file back as it was released, and make the change in a new migration.`,
  );
}

/** Applies one migration and notes that it has been applied. */
export async function take(
  transaction: Transaction<Tables>,
  engine: Engine,
  migration: Migration,
): Promise<void> {
  for (const statement of migration.statements) {
    const own =
      engine.kind === "postgres" ? statement.replaceAll("COLLATE BINARY", 'COLLATE "C"') : statement;
    await sql.raw(own).execute(transaction);
  }
  await transaction
    .insertInto("migrations")
    .values({ name: migration.name, checksum: checksum(migration), applied_at_ms: Date.now() })
    .execute();
}

/** SHA-256 over the statements, white space aside: a formatter is no change. */
function checksum({ statements }: Migration): string {
  const text = statements.map((statement) => statement.replaceAll(/\s+/g, " ").trim()).join(";\n");
  return createHash("sha256").update(text).digest("base64url");
}
