import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sqliteFile } from "./sqlite.server.ts";
import { openStorage } from "./storage.server.ts";

const WRITER = new URL("./writer.fixture.ts", import.meta.url).pathname;
const ROUNDS = 3;

let dataDir = "";
let writer: ChildProcess | null = null;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "afterprompt-process-"));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  writer?.kill("SIGKILL");
  await rm(dataDir, { recursive: true });
});

/** Starts a writer and kills it once it has acknowledged `count` places. Returns the last one acknowledged. */
async function killAfter(round: number, count: number): Promise<number> {
  const child = spawn(process.execPath, ["--conditions=react-server", WRITER, dataDir, String(round)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  writer = child;
  const closed = once(child, "close");
  let last = -1;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === "open") continue;
    last = Number(line);
    if (last === count) child.kill("SIGKILL");
  }
  await closed;
  return last;
}

test(`[R39] nothing that was acknowledged is lost when the process is killed, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const last = await killAfter(round, 20 + Math.floor(Math.random() * 200));
    expect(last).toBeGreaterThanOrEqual(20);
    const storage = await openStorage({ dataDir, databaseUrl: null });
    const run = await storage.archive.read("own_1", `run_${round}`);
    expect(run?.samples.length).toBeGreaterThan(last);
    // Not half of an end: every one that is there is also counted.
    expect(run).toMatchObject({ ended: run?.samples.length, costUsd: run?.samples.length });
    for (let place = 0; place <= last; place += 1) {
      expect((await storage.shelf.read(`cmp_${round}_${place}`, 0))?.body).toHaveLength(5_000);
    }
    // Whoever was at work on it has gone with the file's lock.
    expect(run?.status).toBe("running");
    expect(await storage.archive.renewLeases("next", Date.now(), 30_000)).toBe(1);
    await storage.close();
  }
  const database = new DatabaseSync(sqliteFile(dataDir), { readOnly: true });
  expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
  expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  database.close();
});

test("[R40] a second process on one file is refused in a sentence, and the first goes on", async () => {
  const first = await openStorage({ dataDir, databaseUrl: null });
  const child = spawn(process.execPath, ["--conditions=react-server", WRITER, dataDir, "0"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  writer = child;
  const errors: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  expect(await once(child, "close")).toEqual([1, null]);
  expect(errors.join("")).toContain(
    "Another Afterprompt is already working on the folder that DATA_DIR names.",
  );
  await expect(openStorage({ dataDir, databaseUrl: null })).rejects.toMatchObject({ problem: "in-use" });
  expect(await first.ready()).toBe(true);
  await first.close();
  const next = await openStorage({ dataDir, databaseUrl: null });
  await next.close();
});

test("[R40] a build opens nothing and leaves no file", async () => {
  vi.stubEnv("NEXT_PHASE", "phase-production-build");
  const folder = path.join(dataDir, "new");
  await expect(openStorage({ dataDir: folder, databaseUrl: null })).rejects.toThrow(
    "A build has no database to open.",
  );
  expect(existsSync(folder)).toBe(false);
});

test("[ST2] closing leaves one file, with everything in it", async () => {
  const storage = await openStorage({ dataDir, databaseUrl: null });
  await storage.ready();
  expect(readdirSync(dataDir)).toContain("afterprompt.db-wal");
  // Whatever the folder's own mode is, nobody else on the machine can read what people wrote.
  for (const name of readdirSync(dataDir)) {
    expect(`${name} ${(statSync(path.join(dataDir, name)).mode & 0o777).toString(8)}`).toBe(`${name} 600`);
  }
  await storage.close();
  expect(readdirSync(dataDir).sort()).toEqual(["afterprompt.db", "afterprompt.lock"]);
});

test("[ST2] a folder that cannot be used is named by its variable, not by its path", async () => {
  const file = sqliteFile(dataDir);
  await expect(openStorage({ dataDir: WRITER, databaseUrl: null })).rejects.toThrow(
    /^The database in the folder that DATA_DIR names cannot be opened \(EEXIST\)\. Check /,
  );
  await writeFile(file, "this is no database, whatever its name says".repeat(100));
  const refused = openStorage({ dataDir, databaseUrl: null });
  await expect(refused).rejects.toMatchObject({ problem: "unusable" });
  await expect(refused).rejects.not.toThrow(dataDir);
});

test("[R52] ready is no when another program holds the file, within 2 s", async () => {
  const storage = await openStorage({ dataDir, databaseUrl: null });
  const other = new DatabaseSync(sqliteFile(dataDir));
  other.exec("BEGIN IMMEDIATE");
  const startMs = performance.now();
  expect(await storage.ready()).toBe(false);
  expect(performance.now() - startMs).toBeLessThan(2_000);
  other.exec("ROLLBACK");
  other.close();
  expect(await storage.ready()).toBe(true);
  await storage.close();
});
