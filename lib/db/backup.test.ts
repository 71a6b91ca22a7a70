import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeBackup } from "./backup.server.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import { startPostgres, type TestPostgres } from "./postgres.fixture.ts";
import { restoreBackup } from "./restore.server.ts";
import { aFailure, aLink, aResult, aRun, work } from "./storage.fixture.ts";
import { openStorage, type Storage, type StorageOptions } from "./storage.server.ts";

let postgres: TestPostgres;
let folder = "";
const open: Storage[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "afterprompt-backup-"));
});
afterEach(async () => {
  await closeAll();
  await rm(folder, { recursive: true });
});

let folders = 0;
const KINDS = {
  SQLite: async (): Promise<StorageOptions> => {
    folders += 1;
    return { dataDir: path.join(folder, `data-${folders}`), databaseUrl: null };
  },
  Postgres: async (): Promise<StorageOptions> => ({
    dataDir: path.join(folder, "unused"),
    databaseUrl: await postgres.newDatabase(),
  }),
};

async function opened(options: StorageOptions): Promise<Storage> {
  const storage = await openStorage(options);
  open.push(storage);
  return storage;
}

async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((storage) => storage.close()));
}

const LINE_BREAKS = "one\ntwo\r\nthree\u2028four\u2029five\u0085";

/** Something in every table, more than a page of it, created long ago: no server seems to be running. */
async function fill({ archive, shelf }: Storage): Promise<void> {
  for (let place = 0; place < 70; place += 1) {
    const key = { scopes: [`key ${place}`], bodyHash: "hash" };
    await archive.begin(aRun({ runId: `run_${place}`, createdAtMs: place, idempotency: key }));
    await archive.endSample(work(`run_${place}`), 1, { result: aResult({ text: LINE_BREAKS }) });
    await archive.endSample(work(`run_${place}`), 2, { error: aFailure({ sample: 1, costUsd: 1 / 3 }) });
    await archive.endRun(work(`run_${place}`), 3, "complete");
    await shelf.add(aLink({ id: `cmp_${place}`, createdAtMs: place, body: `${LINE_BREAKS}${place}` }), {
      scopes: [`own_1\nkey-${place}`],
      bodyHash: "body",
    });
  }
  await shelf.revoke("cmp_3", { ownerId: "own_1" });
}

async function everything({ archive, shelf }: Storage): Promise<unknown> {
  const runs = await archive.list("own_1", { search: "", before: null, limit: 200 });
  return {
    runs: await Promise.all(runs.map(({ runId }) => archive.read("own_1", runId))),
    own: await shelf.own("own_1", 0),
    made: await shelf.madeSince("own_1", 0),
    bodies: await Promise.all(Array.from({ length: 70 }, (_, place) => shelf.read(`cmp_${place}`, 0))),
    earlier: await archive.begin(
      aRun({ runId: "again", idempotency: { scopes: ["key 7"], bodyHash: "hash" } }),
    ),
  };
}

describe.each([
  ["SQLite", "SQLite"],
  ["SQLite", "Postgres"],
  ["Postgres", "SQLite"],
  ["Postgres", "Postgres"],
] as const)("from %s to %s", (from, to) => {
  test("[R43] a backup that was made beside a running server holds everything", async () => {
    const source = await opened(await fillable(from));
    await fill(source);
    const expected = await everything(source);
    const file = path.join(folder, "all.jsonl.gz");
    const rows = await writeBackup(lastOptions, file);
    // Runs, requests, keys, two ends each; links, their keys, and the bodies of all but one.
    expect(rows).toBe(70 * 5 + 70 * 2 + 69);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const target = await KINDS[to]();
    expect(await restoreBackup(target, file, { force: false })).toBe(rows);
    expect(await everything(await opened(target))).toEqual(expected);
  });
});

let lastOptions: StorageOptions = { dataDir: "", databaseUrl: null };
async function fillable(kind: keyof typeof KINDS): Promise<StorageOptions> {
  lastOptions = await KINDS[kind]();
  return lastOptions;
}

test("[ST12] what is acknowledged before a backup begins is in it, while others go on writing", async () => {
  const options = await KINDS.SQLite();
  const storage = await opened(options);
  await storage.archive.begin(aRun({ total: 1_000 }));
  let written = 0;
  let busy = true;
  const writer = (async () => {
    for (; busy; written += 1) {
      await storage.archive.endSample(work("run_1"), written + 1, {
        result: aResult({ sample: written, costUsd: 1 }),
      });
      await new Promise(setImmediate);
    }
  })();
  const copies: { file: string; before: number }[] = [];
  for (let place = 0; place < 5; place += 1) {
    const file = path.join(folder, `${place}.jsonl`);
    copies.push({ file, before: written });
    await writeBackup(options, file);
  }
  busy = false;
  await writer;
  for (const { file, before } of copies) {
    const target = await KINDS.SQLite();
    await restoreBackup(target, file, { force: false });
    const run = await (await opened(target)).archive.read("own_1", "run_1");
    expect(run?.ended).toBeGreaterThanOrEqual(before);
    // Of one moment: the count and the sum belong to the rows.
    expect(run).toMatchObject({ costUsd: run?.ended, samples: { length: run?.ended } });
  }
});

describe.each(Object.entries(KINDS))("%s", (kind, fresh) => {
  const backup = async () => {
    const source = await KINDS.SQLite();
    await fill(await opened(source));
    const file = path.join(folder, "all.jsonl");
    await writeBackup(source, file);
    return file;
  };

  test("[ST13] nothing is restored over a running server", async () => {
    const file = await backup();
    const options = await fresh();
    const server = await opened(options);
    await server.archive.renewLeases("server", Date.now(), 30_000);
    await expect(restoreBackup(options, file, { force: true })).rejects.toMatchObject({ problem: "in-use" });
    expect(await server.ready()).toBe(true);
  });

  test("[ST13] a database that is not empty is replaced only when that was said", async () => {
    const file = await backup();
    const options = await fresh();
    const before = await opened(options);
    await before.shelf.add(aLink({ id: "cmp_old" }));
    await before.close();
    await expect(restoreBackup(options, file, { force: false })).rejects.toMatchObject({
      problem: "not-empty",
    });
    expect(await (await opened(options)).shelf.read("cmp_old", 0)).not.toBeNull();
    await closeAll();
    await restoreBackup(options, file, { force: true });
    const after = await opened(options);
    expect(await after.shelf.read("cmp_old", 0)).toBeNull();
    expect(await after.shelf.read("cmp_0", 0)).not.toBeNull();
  });

  test(`[ST14] a damaged backup changes nothing in ${kind}`, async () => {
    const text = await readFile(await backup(), "utf8");
    const lines = text.split("\n");
    const damaged = {
      "cut in the middle": text.slice(0, text.length / 2),
      "its last line is missing": lines.slice(0, -2).join("\n"),
      "one row is missing": lines.toSpliced(-4, 1).join("\n"),
      "one letter differs": text.replace("five", "fiVe"),
      "a row of no table": lines.toSpliced(-2, 0, '{"table":"migrations","row":{}}').join("\n"),
    };
    const options = await fresh();
    await (await opened(options)).shelf.add(aLink({ id: "cmp_old" }));
    await closeAll();
    for (const content of Object.values(damaged)) {
      const file = path.join(folder, "damaged.jsonl");
      await writeFile(file, content);
      await expect(restoreBackup(options, file, { force: true })).rejects.toMatchObject({
        problem: "bad-backup",
      });
    }
    const storage = await opened(options);
    expect(await storage.shelf.read("cmp_old", 0)).not.toBeNull();
    expect(await storage.shelf.read("cmp_0", 0)).toBeNull();
  });
});

test("[ST14] what is no backup, or a newer one, is refused in a sentence", async () => {
  const options = await KINDS.SQLite();
  const refusal = async (content: string) => {
    const file = path.join(folder, "file.jsonl");
    await writeFile(file, content);
    return restoreBackup(options, file, { force: true }).catch((error) => String(error));
  };
  const head = {
    afterprompt: "backup",
    version: 1,
    migrations: MIGRATIONS.map(({ name }) => name),
    madeAt: new Date(),
  };
  expect(await refusal("{}\n")).toMatch(/not a backup that Afterprompt made/);
  expect(await refusal("")).toMatch(/not a backup that Afterprompt made/);
  expect(await refusal(`${JSON.stringify({ ...head, version: 2 })}\n`)).toMatch(/A newer version .* Update/);
  const later = { ...head, migrations: [...head.migrations, "900-later"] };
  expect(await refusal(`${JSON.stringify(later)}\n`)).toMatch(/its step 900-later is not known here/);
  expect(await restoreBackup(options, path.join(folder, "none"), { force: true }).catch(String)).toMatch(
    /There is no file/,
  );
});

test("[R43] a backup of an earlier schema is brought up to date as it is restored", async () => {
  const options = await KINDS.SQLite();
  await fill(await opened(options));
  await closeAll();
  const file = path.join(folder, "all.jsonl.gz");
  await writeBackup(options, file);
  const lines = gunzipSync(await readFile(file))
    .toString("utf8")
    .split("\n");
  const first = MIGRATIONS[0]?.name;
  const head = { ...JSON.parse(lines[0] ?? ""), migrations: [first] };
  const old = [JSON.stringify(head), ...lines.slice(1).filter((line) => line.startsWith('{"table":"run'))];
  const sha256 = createHash("sha256")
    .update(`${old.join("\n")}\n`)
    .digest("base64url");
  const oldFile = path.join(folder, "old.jsonl");
  await writeFile(oldFile, `${[...old, JSON.stringify({ rows: old.length - 1, sha256 })].join("\n")}\n`);
  const target = await KINDS.SQLite();
  await restoreBackup(target, oldFile, { force: false });
  const storage = await opened(target);
  expect(await storage.archive.read("own_1", "run_1")).toMatchObject({ status: "complete", ended: 2 });
  await storage.shelf.add(aLink());
});

test("[ST12] a backup overwrites no file and needs a database", async () => {
  const options = await KINDS.SQLite();
  await expect(writeBackup(options, path.join(folder, "x.gz"))).rejects.toMatchObject({
    problem: "unusable",
  });
  await mkdir(options.dataDir);
  const database = path.join(options.dataDir, "afterprompt.db");
  await writeFile(database, "");
  const target = path.join(folder, "y.gz");
  await expect(writeBackup(options, target)).rejects.toThrow(/nothing to back up/);
  // A damaged database is not an unused one.
  await writeFile(database, "x".repeat(8_192));
  await expect(writeBackup(options, target)).rejects.toThrow(/not a database/);
  await writeFile(path.join(folder, "mine"), "");
  await expect(writeBackup(options, path.join(folder, "mine"))).rejects.toMatchObject({
    problem: "not-empty",
  });
});
