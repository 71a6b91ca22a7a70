import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import {
  BACKUP_VERSION,
  firstLineSchema,
  type KeptTable,
  lastLineSchema,
  type Row,
  rowLineSchema,
} from "./backup-format.ts";
import { StorageError } from "./storage-error.ts";

export interface BackupFile {
  /** Names of the migrations that its rows fit. */
  migrations: readonly string[];
  /** Every row, once. Throws StorageError at the end when the file is not complete or has been changed. */
  rows(): AsyncGenerator<{ table: KeptTable; row: Row }>;
}

/** Opens a backup and reads its first line. Throws StorageError when it is none. */
export async function openBackup(file: string): Promise<BackupFile> {
  const lines = linesOf(file);
  const hash = createHash("sha256");
  const first = await lines.next();
  const head = parse(firstLineSchema, first.done === true ? "" : first.value);
  if (head === null) throw new StorageError("bad-backup", "This file is not a backup that Afterprompt made.");
  if (head.version !== BACKUP_VERSION) {
    throw new StorageError(
      "newer",
      "A newer version of Afterprompt has made this backup. Update Afterprompt first.",
    );
  }
  hash.update(`${first.value}\n`);
  return {
    migrations: head.migrations,
    async *rows() {
      let rows = 0;
      for await (const line of lines) {
        const parsed = parse(rowLineSchema, line);
        if (parsed === null) {
          const last = parse(lastLineSchema, line);
          if (last?.rows === rows && last.sha256 === hash.digest("base64url")) return;
          break;
        }
        hash.update(`${line}\n`);
        rows += 1;
        yield parsed;
      }
      throw damaged();
    },
  };
}

function damaged(cause?: unknown): StorageError {
  return new StorageError(
    "bad-backup",
    "The backup is not complete, or it has been changed. Nothing was restored. Take another one.",
    { cause },
  );
}

function parse<Line>(schema: z.ZodType<Line>, line: string): Line | null {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Split at line feeds alone: U+2028, at which Node's own reader splits too, may stand in a text. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  // What goes wrong comes out of the loop below; the callback is there because it has to be.
  const stream = file.endsWith(".gz") ? pipeline(source, createGunzip(), () => {}) : source;
  stream.setEncoding("utf8");
  let rest = "";
  try {
    for await (const chunk of stream) {
      const parts = `${rest}${String(chunk)}`.split("\n");
      rest = parts.pop() ?? "";
      yield* parts;
    }
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw missing ? new StorageError("bad-backup", `There is no file ${file}.`) : damaged(error);
  }
}
