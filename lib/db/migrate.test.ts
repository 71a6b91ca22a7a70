import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "./engine.server.ts";
import { migrate } from "./migrate.server.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import type { Migration } from "./migrations/migration.ts";
import { startPostgres, type TestPostgres } from "./postgres.fixture.ts";
import { openEngine, openStorage, type StorageOptions } from "./storage.server.ts";

const EXTRA: Migration = {
  name: "900-extra",
  statements: [
    "CREATE TABLE extra (name TEXT COLLATE BINARY PRIMARY KEY)",
    "INSERT INTO extra VALUES ('made')",
  ],
};
const BROKEN: Migration = {
  name: "901-broken",
  statements: ["INSERT INTO extra VALUES ('half')", "INSERT INTO nowhere VALUES (1)"],
};

let postgres: TestPostgres;
const engines: Engine[] = [];
const folders: string[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.close()));
});
afterAll(async () => {
  await postgres.stop();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

const KINDS = {
  async SQLite(): Promise<StorageOptions> {
    const dataDir = await mkdtemp(path.join(tmpdir(), "afterprompt-migrate-"));
    folders.push(dataDir);
    return { dataDir, databaseUrl: null };
  },
  Postgres: async (): Promise<StorageOptions> => ({
    dataDir: "unused",
    databaseUrl: await postgres.newDatabase(),
  }),
};

async function open(options: StorageOptions): Promise<Engine> {
  const engine = await openEngine(options);
  engines.push(engine);
  return engine;
}

async function applied(engine: Engine): Promise<string[]> {
  const rows = await engine.db.selectFrom("migrations").select("name").orderBy("name").execute();
  return rows.map(({ name }) => name);
}

describe.each(Object.entries(KINDS))("%s", (_, fresh) => {
  test("[R43] steps are taken once each, in their order, and a second time is nothing", async () => {
    const engine = await open(await fresh());
    await migrate(engine, MIGRATIONS);
    expect(await applied(engine)).toEqual(MIGRATIONS.map(({ name }) => name));
    await migrate(engine, [...MIGRATIONS, EXTRA]);
    await migrate(engine, [...MIGRATIONS, EXTRA]);
    const rows = await sql<{ name: string }>`select name from extra`.execute(engine.db);
    expect(rows.rows).toEqual([{ name: "made" }]);
  });

  test("[R43] a step that fails leaves nothing of itself, and can be tried again", async () => {
    const engine = await open(await fresh());
    await expect(migrate(engine, [...MIGRATIONS, EXTRA, BROKEN])).rejects.toThrow("nowhere");
    expect(await applied(engine)).toEqual([...MIGRATIONS, EXTRA].map(({ name }) => name));
    const rows = await sql<{ name: string }>`select name from extra`.execute(engine.db);
    expect(rows.rows).toEqual([{ name: "made" }]);
    const mended = { ...BROKEN, statements: BROKEN.statements.slice(0, 1) };
    await migrate(engine, [...MIGRATIONS, EXTRA, mended]);
    expect(await applied(engine)).toContain("901-broken");
  });

  test("[R43] a database that a newer version wrote is refused with what to do, and left as it is", async () => {
    const options = await fresh();
    const engine = await open(options);
    await migrate(engine, [...MIGRATIONS, EXTRA]);
    await engines.pop()?.close();
    await expect(openStorage(options)).rejects.toMatchObject({
      problem: "newer",
      message:
        "A newer version of Afterprompt has written this database (its step 900-extra is not known here). Update Afterprompt, or restore a backup that this version made.",
    });
    expect(await applied(await open(options))).toContain("900-extra");
  });

  test("[R43] a step that was edited after it was applied is refused; a formatter may touch it", async () => {
    const engine = await open(await fresh());
    await migrate(engine, [EXTRA]);
    await migrate(engine, [
      { ...EXTRA, statements: EXTRA.statements.map((text) => `  ${text.replace(" (", "\n  (")}\n`) },
    ]);
    const edited = { ...EXTRA, statements: [...EXTRA.statements, "INSERT INTO extra VALUES ('more')"] };
    await expect(migrate(engine, [edited])).rejects.toMatchObject({
      problem: "changed",
      message: expect.stringMatching(/^The migration 900-extra is not what it was/),
    });
    await expect(migrate(engine, [MIGRATIONS[0] ?? EXTRA, EXTRA])).rejects.toMatchObject({
      problem: "changed",
    });
  });
});

test("[R43] five instances that start at once on one Postgres take each step once", async () => {
  const options = await KINDS.Postgres();
  const storages = await Promise.all(Array.from({ length: 5 }, () => openStorage(options)));
  expect(await Promise.all(storages.map((storage) => storage.ready()))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  await Promise.all(storages.map((storage) => storage.close()));
  expect(await applied(await open(options))).toEqual(MIGRATIONS.map(({ name }) => name));
});

test("[R43] before a step changes a SQLite file, a copy of it is kept beside it", async () => {
  const options = await KINDS.SQLite();
  const engine = await open(options);
  await migrate(engine, MIGRATIONS);
  expect((await readdir(options.dataDir)).filter((name) => name.includes("before"))).toEqual([]);
  await migrate(engine, [...MIGRATIONS, EXTRA]);
  expect(await readdir(options.dataDir)).toContain("afterprompt.before-900-extra.db");
});

test("[ST1] a Postgres that cannot be used is told in words that repeat no address and no password", async () => {
  const url = await postgres.newDatabase();
  const refusal = (databaseUrl: string) =>
    openStorage({ dataDir: "unused", databaseUrl }).catch((error) => String(error));
  expect(await refusal(url.replace(/:[^:@]+@/, ":hunter2@"))).toMatch(
    /refuses the user or the password\. Correct/,
  );
  expect(await refusal(url.replace(/[^/]+$/, "hunter2"))).toMatch(/has no database of that name\. Create it/);
  const silent = await refusal("postgres://hunter2:hunter2@127.0.0.1:1/hunter2");
  expect(silent).toMatch(/cannot be reached \(ECONNREFUSED\)\. Check/);
  expect(silent).not.toContain("hunter2");
});
