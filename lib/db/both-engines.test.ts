import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPostgres, type TestPostgres } from "./postgres.fixture.ts";
import { operations, outcomes } from "./random-operations.fixture.ts";
import { aLink, aResult, aRun, work } from "./storage.fixture.ts";
import { openStorage, type Storage } from "./storage.server.ts";

const MINUTE_MS = 60_000;
/** A tenth of the promised 5,000; all of them with SEQUENCES=5000 (about two minutes). */
const SEQUENCES = Number(process.env.SEQUENCES ?? 500);

let dataDir: string;
let postgres: TestPostgres;
let engines: Storage[];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "afterprompt-both-"));
  postgres = await startPostgres();
  engines = await Promise.all([
    openStorage({ dataDir, databaseUrl: null }),
    openStorage({ dataDir, databaseUrl: await postgres.newDatabase() }),
  ]);
}, MINUTE_MS);

afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  await postgres.stop();
  await rm(dataDir, { recursive: true });
});

test(
  `[R42] ${SEQUENCES} random sequences of operations have the same outcome on SQLite and on Postgres`,
  async () => {
    let sequence = 0;
    let refused = 0;
    let answered = 0;
    const steps = fc.nat().chain((seed) => {
      sequence += 1;
      return operations(`${sequence}_${seed}`);
    });
    for (const each of fc.sample(steps, { numRuns: SEQUENCES, seed: 42 })) {
      const [sqlite, other] = await Promise.all(engines.map((engine) => outcomes(engine, each)));
      expect(other).toEqual(sqlite);
      refused += sqlite?.filter((answer) => answer === "refused").length ?? 0;
      answered += sqlite?.length ?? 0;
    }
    // Otherwise the sequences would show little.
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(answered / 2);
  },
  5 * MINUTE_MS,
);

test("[R41] a transaction has the write lock from its beginning: another writer is waited for or refused, never met half way", async () => {
  const other = new DatabaseSync(path.join(dataDir, "afterprompt.db"), { timeout: 0 });
  const [sqlite] = engines;
  const pending = sqlite?.archive.begin(aRun({ runId: "run_locked" }));
  // The transaction has begun or will; whoever else wants to write meets a closed door or goes first, whole.
  const refusals: unknown[] = [];
  for (let n = 0; n < 20; n += 1) {
    try {
      other.exec("BEGIN IMMEDIATE");
      other.exec(
        "INSERT INTO probes (id, at_ms) VALUES (99, 1) ON CONFLICT (id) DO UPDATE SET at_ms = at_ms + 1",
      );
      other.exec("COMMIT");
    } catch (error) {
      refusals.push(error);
    }
    await new Promise(setImmediate);
  }
  other.close();
  expect(await pending).toBeNull();
  expect(await sqlite?.archive.read("own_1", "run_locked")).toMatchObject({ status: "running" });
  expect(refusals.every((error) => String(error).includes("locked"))).toBe(true);
});

test("[R41] 200 writers at once are all served, each in a transaction of its own, and others get their turn between", async () => {
  const [sqlite] = engines;
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 0);
  await Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      await sqlite?.archive.begin(aRun({ runId: `run_busy_${n}` }));
      await sqlite?.archive.endSample(work(`run_busy_${n}`), 1, {
        result: aResult({ text: "x".repeat(50_000) }),
      });
      await sqlite?.shelf.add(aLink({ id: `cmp_busy_${n}`, body: JSON.stringify("y".repeat(50_000)) }));
    }),
  );
  clearInterval(ticking);
  expect(await sqlite?.shelf.madeSince("own_1", 0)).toBeGreaterThanOrEqual(200);
  // The event loop went round while they wrote: none of them held it until the last was done.
  expect(turns).toBeGreaterThan(10);
});
