import "server-only";
import { closeSync, mkdirSync, openSync } from "node:fs";

/** Makes the data folder when it is missing, for this user alone: secrets and everything that people wrote are in it. */
export function makeDataFolder(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
}

/** Makes a file for this user alone, empty, or leaves the one that is there. What SQLite puts beside it is as private. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, "a", 0o600));
}
