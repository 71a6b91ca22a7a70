import "server-only";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeDataFolder } from "#lib/base/data-folder.server.ts";

const FILE = "session-secret";

/**
 * The password that seals cookies: SESSION_SECRET, or in local mode one made once and kept in DATA_DIR.
 * Two apps on the same data agree: the first writer wins, the other reads.
 */
export function sessionSecret(configured: string | null, dataDir: string): string {
  if (configured !== null) return configured;
  const file = path.join(dataDir, FILE);
  makeDataFolder(dataDir);
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32) {
    throw new Error(`${file} is too short to be a session secret. Delete it to have a new one made.`);
  }
  return secret;
}
