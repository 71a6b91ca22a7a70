/**
 * What a link costs to read when a million of them are kept, against a thousand: from the embedded database, and as
 * the first byte of GET /api/comparisons/{id}.
 *
 *   npm run bench links [-- --many 1000000 --reads 2000]
 */
import { randomInt } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { newId } from "#lib/base/ids.ts";
import { contentHash } from "#lib/comparison/content-hash.ts";
import { openStorage } from "#lib/db/storage.server.ts";
import { createLinks } from "#lib/sharing/links.server.ts";
import { snapshotSchema } from "#lib/sharing/snapshot.ts";
import { startAppServer } from "../scripts/app-server.ts";

const { values } = parseArgs({
  options: {
    many: { type: "string", default: "1000000" },
    reads: { type: "string", default: "2000" },
  },
});
const MANY = Number(values.many);
const READS = Number(values.reads);
const FEW = 1_000;

const snapshot = snapshotSchema.parse({
  version: 1,
  run: null,
  comparison: {
    version: 1,
    title: "A poem",
    variants: ["before", "after"].map((id) => ({
      id,
      prompt: { kind: "text", text: "Generate a poem about nature." },
      model: { provider: "demo", model: "demo" },
    })),
  },
});
const body = JSON.stringify(snapshot);
const hash = await contentHash(snapshot);

interface Measured {
  kept: number;
  megabytes: number;
  /** Milliseconds, sorted. */
  reads: number[];
  firstBytes: number[];
}

async function measure(kept: number): Promise<Measured> {
  const dataDir = await mkdtemp(join(tmpdir(), "afterprompt-bench-links-"));
  try {
    await (await openStorage({ dataDir, databaseUrl: null })).close();
    const file = join(dataDir, "afterprompt.db");
    const ids = fill(file, kept);
    const { size } = await stat(file);
    return {
      kept,
      megabytes: Math.round(size / 1_000_000),
      reads: await timeReads(dataDir, ids),
      firstBytes: await timeRequests(dataDir, ids),
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Puts links into the file; answers some of their ids, spread over all of them. */
function fill(file: string, count: number): string[] {
  const database = new DatabaseSync(file);
  const link = database.prepare(
    "INSERT INTO links (id, owner_id, title, bytes, content_hash, manage_hash, gone, created_at_ms, expires_at_ms) VALUES (?, ?, 'A poem', ?, ?, ?, 0, ?, NULL)",
  );
  const bodyOf = database.prepare("INSERT INTO link_bodies (id, body) VALUES (?, ?)");
  const some: string[] = [];
  const nowMs = Date.now();
  database.exec("BEGIN");
  for (let made = 0; made < count; made += 1) {
    const id = newId("cmp");
    link.run(id, `own_${made % 1_000}`, body.length, hash, id, nowMs - made);
    bodyOf.run(id, body);
    if (made % Math.ceil(count / FEW) === 0) some.push(id);
  }
  database.exec("COMMIT");
  database.close();
  return some;
}

async function timeReads(dataDir: string, ids: readonly string[]): Promise<number[]> {
  const storage = await openStorage({ dataDir, databaseUrl: null });
  const links = createLinks({
    secret: "a-secret-for-tests-of-at-least-32-characters",
    shelf: async () => storage.shelf,
  });
  const times = await timeEach(ids, async (id) => {
    if ((await links.read(id)) === null) throw new Error(`${id} is not there`);
  });
  await storage.close();
  return times;
}

async function timeRequests(dataDir: string, ids: readonly string[]): Promise<number[]> {
  const server = await startAppServer({
    host: "127.0.0.1",
    port: 0,
    env: { DATA_DIR: dataDir, DATABASE_URL: "" },
  });
  const agent = new http.Agent({ keepAlive: true });
  try {
    return await timeEach(ids, (id) => firstByte(`${server.url}/api/comparisons/${id}`, agent));
  } finally {
    agent.destroy();
    await server.stop();
  }
}

/** Resolves at the first byte of the answer's body; reads the rest before the next one is asked for. */
function firstByte(url: string, agent: http.Agent): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
        const ended = new Promise<void>((done) => response.on("end", done));
        response.once("data", () => resolve(() => ended));
        response.on("error", reject);
      })
      .on("error", reject);
  });
}

/** One at a time, after a warm-up of a tenth. What the work resolves to is awaited off the clock. */
async function timeEach(
  ids: readonly string[],
  work: (id: string) => Promise<(() => Promise<void>) | void>,
): Promise<number[]> {
  const times: number[] = [];
  for (let round = -READS / 10; round < READS; round += 1) {
    const startedAt = performance.now();
    const rest = await work(ids[randomInt(ids.length)] ?? "");
    const took = performance.now() - startedAt;
    if (round >= 0) times.push(took);
    await rest?.();
  }
  return times.sort((a, b) => a - b);
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

function row({ kept, megabytes, reads, firstBytes }: Measured): string {
  const ms = (times: readonly number[], share: number) => `${at(times, share).toFixed(2)} ms`;
  const cells = [
    kept.toLocaleString("en-US"),
    `${megabytes.toLocaleString("en-US")} MB`,
    ms(reads, 0.5),
    ms(reads, 0.99),
    ms(firstBytes, 0.5),
    ms(firstBytes, 0.99),
  ];
  return `| ${cells.join(" | ")} |`;
}

const [few, many] = [await measure(FEW), await measure(MANY)];
const ratio = (pick: (measured: Measured) => readonly number[]) =>
  (at(pick(many), 0.5) / at(pick(few), 0.5)).toFixed(2);
process.stdout.write(
  `${[
    "| links kept | file | read, median | read, 99 % | first byte, median | first byte, 99 % |",
    "| --- | --- | --- | --- | --- | --- |",
    row(few),
    row(many),
    `\nMedian with many against few: read ${ratio(({ reads }) => reads)}, first byte ${ratio(({ firstBytes }) => firstBytes)}.`,
  ].join("\n")}\n`,
);
