import "server-only";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { makePrivateFile } from "#lib/base/data-folder.server.ts";
import { StorageError } from "./storage-error.ts";

/** SQLite's own name for "somebody else has the lock". */
const SQLITE_BUSY = 5;

/**
 * Makes this process the only one that works on a data folder, until the returned function is called or the
 * process has gone, however it went. The lock is SQLite's lock on an empty database beside the real one: the
 * operating system keeps it, so nothing is left over after a kill, and a backup can still read the real one.
 */
export function lockDataFolder(dataDir: string): () => void {
  const file = path.join(dataDir, "afterprompt.lock");
  makePrivateFile(file);
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new StorageError(
      "in-use",
      "Another Afterprompt is already working on the folder that DATA_DIR names. Stop it first, or give this one a folder of its own.",
      { cause: error },
    );
  }
  return () => {
    if (lock.isOpen) lock.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}
