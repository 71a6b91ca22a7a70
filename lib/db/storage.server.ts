import "server-only";
import { isBuildPhase } from "#lib/env.server.ts";
import type { RunArchive } from "#lib/runs/archive.ts";
import type { Shelf } from "#lib/sharing/shelf.ts";
import type { Engine } from "./engine.server.ts";
import { migrate } from "./migrate.server.ts";
import { openPostgres } from "./postgres.server.ts";
import { isReady } from "./ready.server.ts";
import { createRunArchive } from "./run-archive.server.ts";
import { createShelf } from "./shelf.server.ts";
import { openSqlite } from "./sqlite.server.ts";
import { StorageError } from "./storage-error.ts";

export interface StorageOptions {
  /** Folder of the SQLite file, made when it is missing. */
  dataDir: string;
  /** `postgres://…`; null keeps everything in `dataDir`. */
  databaseUrl: string | null;
}

/** What is kept, in whichever database. */
export interface Storage {
  kind: "sqlite" | "postgres";
  archive: RunArchive;
  shelf: Shelf;
  /** Something can be written and read again, within 2 s. */
  ready(): Promise<boolean>;
  /** Writes everything to its place and gives the database back. */
  close(): Promise<void>;
}

/**
 * Opens the database, brings its schema up to date and checks that it can be relied on. Throws StorageError with
 * a sentence for the operator.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  if (isBuildPhase()) throw new StorageError("unusable", "A build has no database to open.");
  const engine = await openEngine(options);
  try {
    await migrate(engine);
    // Nobody else has the file, so whoever worked on a run in it is gone.
    if (engine.kind === "sqlite") await engine.db.deleteFrom("instances").execute();
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    kind: engine.kind,
    archive: createRunArchive(engine.db),
    shelf: createShelf(engine.db),
    ready: () => isReady(engine.db),
    close: () => engine.close(),
  };
}

/** The database without a look at its schema, for tools. */
export async function openEngine({ dataDir, databaseUrl }: StorageOptions): Promise<Engine> {
  return databaseUrl === null ? openSqlite(dataDir) : openPostgres(databaseUrl);
}
