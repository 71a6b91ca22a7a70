import "server-only";
import { rmSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { makeDataFolder, makePrivateFile } from "#lib/base/data-folder.server.ts";
import type { Engine } from "./engine.server.ts";
import { nodeSqliteDialect } from "./sqlite-dialect.server.ts";
import { lockDataFolder } from "./sqlite-lock.server.ts";
import { StorageError } from "./storage-error.ts";
import type { Tables } from "./tables.ts";

const FILE = "afterprompt.db";
/** Nobody else should be writing; while SQLite waits, the whole server does. */
const BUSY_MS = 1_000;

/** Every setting with the value that reading it back has to give. */
const SETTINGS = {
  journal_mode: { value: "WAL", reads: "wal" },
  // A commit is on the disk when it returns, also when the power fails.
  synchronous: { value: "FULL", reads: 2 },
  foreign_keys: { value: "ON", reads: 1 },
  // What is deleted is overwritten, not only forgotten.
  secure_delete: { value: "ON", reads: 1 },
  busy_timeout: { value: String(BUSY_MS), reads: BUSY_MS },
} as const;

/** Where a data folder keeps its database. */
export function sqliteFile(dataDir: string): string {
  return path.join(dataDir, FILE);
}

/** Opens the database of a data folder for this process alone. Throws StorageError. */
export function openSqlite(dataDir: string): Engine {
  const unlock = makeAndLock(dataDir);
  try {
    const file = sqliteFile(dataDir);
    makePrivateFile(file);
    const database = new DatabaseSync(file);
    try {
      applySettings(database);
    } catch (error) {
      database.close();
      throw error;
    }
    return engineOf(database, {
      copyBefore: (migration) => copyTo(database, path.join(dataDir, `afterprompt.before-${migration}.db`)),
      afterClose: unlock,
    });
  } catch (error) {
    unlock();
    throw explained(error);
  }
}

/** Opens the database for reading beside a running server. Throws StorageError when there is none. */
export function openSqliteBeside(dataDir: string): Engine {
  try {
    return engineOf(new DatabaseSync(sqliteFile(dataDir), { readOnly: true, timeout: BUSY_MS }), {
      copyBefore: null,
      afterClose: () => {},
    });
  } catch (error) {
    throw new StorageError("unusable", "There is no database in the folder that DATA_DIR names.", {
      cause: error,
    });
  }
}

function makeAndLock(dataDir: string): () => void {
  try {
    makeDataFolder(dataDir);
    return lockDataFolder(dataDir);
  } catch (error) {
    throw explained(error);
  }
}

function applySettings(database: DatabaseSync): void {
  for (const [name, { value, reads }] of Object.entries(SETTINGS)) {
    database.exec(`PRAGMA ${name} = ${value}`);
    const found = Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    if (found === reads) continue;
    throw new StorageError(
      "unusable",
      `The database cannot be kept safely in the folder that DATA_DIR names (${name} is ${String(found)}). Choose a folder on a disk of this machine.`,
    );
  }
}

function engineOf(
  database: DatabaseSync,
  { copyBefore, afterClose }: { copyBefore: Engine["copyBefore"]; afterClose: () => void },
): Engine {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  return {
    kind: "sqlite",
    db,
    // Every transaction that writes is alone already.
    lockSchema: async () => {},
    copyBefore,
    async close() {
      // Kysely closes only what it has opened itself by a first query.
      await db.destroy();
      if (database.isOpen) {
        database.close();
      }
      afterClose();
    },
  };
}

function copyTo(database: DatabaseSync, file: string): void {
  rmSync(file, { force: true });
  makePrivateFile(file);
  database.prepare("VACUUM INTO ?").run(file);
}

/** In a sentence, without the path. */
function explained(error: unknown): unknown {
  if (error instanceof StorageError || !(error instanceof Error)) return error;
  return new StorageError(
    "unusable",
    `The database in the folder that DATA_DIR names cannot be opened (${error.message.split(/[,:] /)[0]}). Check that the folder can be written to and that the disk is not full; if the file is damaged, restore a backup.`,
    { cause: error },
  );
}
