import "server-only";
import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql, type Transaction } from "kysely";
import { BACKUP_VERSION, KEPT_TABLES, type Row, rowSchema } from "./backup-format.ts";
import type { Engine } from "./engine.server.ts";
import { openPostgres } from "./postgres.server.ts";
import { openSqliteBeside } from "./sqlite.server.ts";
import type { StorageOptions } from "./storage.server.ts";
import { StorageError } from "./storage-error.ts";
import type { Tables } from "./tables.ts";

/** Rows that are read at once; one may hold a snapshot of megabytes. */
const PAGE = 50;

/**
 * Writes everything that is kept into a new file, as it was at one moment; a server may go on working meanwhile.
 * A name that ends in .gz is compressed. Returns how many rows there were. Throws StorageError.
 */
export async function writeBackup(options: StorageOptions, file: string): Promise<number> {
  if (existsSync(file)) throw new StorageError("not-empty", `${file} exists already. Choose another name.`);
  const engine =
    options.databaseUrl === null
      ? openSqliteBeside(options.dataDir)
      : await openPostgres(options.databaseUrl);
  const part = `${file}.part`;
  let lines = 0;
  const counted = async function* () {
    for await (const line of backupLines(engine)) {
      lines += 1;
      yield line;
    }
  };
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const target = createWriteStream(part, { mode: 0o600, flush: true });
    const source = Readable.from(counted());
    await (file.endsWith(".gz") ? pipeline(source, createGzip(), target) : pipeline(source, target));
    await rename(part, file);
  } finally {
    await engine.close();
    await rm(part, { force: true });
  }
  return lines - 2;
}

/** The lines of a backup, all read in one transaction: nothing of it is older or newer than the rest. */
async function* backupLines(engine: Engine): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const hashed = (value: unknown): string => {
    const line = `${JSON.stringify(value)}\n`;
    hash.update(line);
    return line;
  };
  const transaction = await engine.db
    .startTransaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute();
  try {
    yield hashed({
      afterprompt: "backup",
      version: BACKUP_VERSION,
      migrations: await appliedNames(transaction),
      madeAt: new Date().toISOString(),
    });
    let rows = 0;
    for (const { table, key } of KEPT_TABLES) {
      for await (const row of rowsOf(transaction, table, key)) {
        rows += 1;
        yield hashed({ table, row });
      }
    }
    yield `${JSON.stringify({ rows, sha256: hash.digest("base64url") })}\n`;
  } finally {
    await transaction.rollback().execute();
  }
}

async function appliedNames(transaction: Transaction<Tables>): Promise<string[]> {
  try {
    const rows = await transaction.selectFrom("migrations").select("name").execute();
    return rows.map(({ name }) => name).sort();
  } catch (error) {
    if (!isTableMissing(error)) throw error;
    throw new StorageError(
      "unusable",
      "There is nothing to back up: Afterprompt has never used this database.",
      {
        cause: error,
      },
    );
  }
}

/** SQLite has no code of its own for it; Postgres has. */
function isTableMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message.startsWith("no such table") || ("code" in error && error.code === "42P01");
}

async function* rowsOf(
  transaction: Transaction<Tables>,
  table: string,
  key: readonly string[],
): AsyncGenerator<Row> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  for (let last: Row | undefined; ; ) {
    const after = last;
    const where =
      after === undefined
        ? sql``
        : sql`where (${columns}) > (${sql.join(key.map((column) => after[column]))})`;
    const { rows } =
      await sql`select * from ${sql.table(table)} ${where} order by ${columns} limit ${PAGE}`.execute(
        transaction,
      );
    const page = rows.map((row) => rowSchema.parse({ ...Object(row) }));
    yield* page;
    last = page.at(-1);
    if (page.length < PAGE) return;
  }
}
