import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { startPostgres } from "#lib/db/postgres.fixture.ts";
import { ackRound } from "./ack-log.ts";
import { expect, test } from "./fixtures.ts";
import { ownApp } from "./own-app.ts";
import {
  callsFor,
  parseEvents,
  poemRun,
  postRun,
  readUntil,
  runIdOf,
  runToEnd,
  singleRun,
} from "./run-api.ts";

const ROUNDS = 10;
const MINUTE_MS = 60_000;

const runOf = async (appUrl: string, runId: string) => (await fetch(`${appUrl}/api/runs/${runId}`)).json();
const readyOf = async (appUrl: string) => (await fetch(`${appUrl}/api/health/ready`)).status;
/** A body that names its test, so that its calls can be told from others. */
const marked = (marker: string, model: string, samples: number) => ({
  ...singleRun("openai", model, marker),
  samples,
});
/** Reads what a stream still brings. */
async function restOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  let text = "";
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    text += new TextDecoder().decode(chunk.value);
  }
  return text;
}

test("[R39] nothing that was told is lost by kill -9 at any moment, and every open run is interrupted", async ({
  servers,
}) => {
  test.setTimeout(3 * MINUTE_MS);
  const app = await ownApp(servers.fakeUrl);
  try {
    let server = await app.start();
    let told = 0;
    let cut = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const result = await ackRound(app, server);
      server = result.server;
      expect(result.problems).toEqual([]);
      expect(result.restartMs).toBeLessThan(5_000);
      told += result.logs.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
      cut += result.logs.filter(({ status }) => status === null).length;
    }
    expect(told).toBeGreaterThan(ROUNDS);
    expect(cut).toBeGreaterThan(0);
    await server.stop();
    const database = new DatabaseSync(`${app.dataDir}/afterprompt.db`, { readOnly: true });
    expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    database.close();
  } finally {
    await app.remove();
  }
});

test("[R39][RS19] an interrupted run is finished after a restart, and only what is missing is paid again", async ({
  servers,
}) => {
  const app = await ownApp(servers.fakeUrl);
  const marker = "continue-marker-1";
  const body = marked(marker, "fake/slow-tokens-10", 16);
  try {
    const first = await app.start();
    const { events } = await readUntil(await postRun(first.url, body), "sample-end");
    const runId = runIdOf(events);
    await first.stop("SIGKILL");
    const paid = (await callsFor(servers.fakeUrl, marker)).length;
    const second = await app.start();
    const interrupted = await runOf(second.url, runId);
    expect(interrupted).toMatchObject({ status: "interrupted", total: 16 });
    const kept = interrupted.samples.length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(16);
    const more = await runToEnd(second.url, { ...body, continues: runId });
    expect((await callsFor(servers.fakeUrl, marker)).length - paid).toBe(16 - kept);
    expect(more.at(-1)).toMatchObject({ event: "run-end", data: { runId, status: "complete" } });
    const whole = await runOf(second.url, runId);
    expect(whole).toMatchObject({ status: "complete", total: 16, errors: [] });
    expect(new Set(whole.samples.map(({ sample }: { sample: number }) => sample)).size).toBe(16);
    for (const sample of interrupted.samples) expect(whole.samples).toContainEqual(sample);
    const again = await postRun(second.url, { ...body, continues: runId });
    expect(again.status).toBe(409);
    const changed = await postRun(second.url, { ...marked("other", "fake/ok", 16), continues: runId });
    expect(changed.status).toBe(409);
  } finally {
    await app.remove();
  }
});

test("[R38] the same request after kill -9 finds its run and pays nothing; another body is refused", async ({
  servers,
}) => {
  const app = await ownApp(servers.fakeUrl);
  const marker = "idempotent-restart-1";
  const body = marked(marker, "fake/ok", 2);
  const key = { "idempotency-key": "8f2b6a34-0f4e-4a51-9d4c-5a1d6f0c7b21" };
  try {
    const first = await app.start();
    const told = await runToEnd(first.url, body, key);
    await first.stop("SIGKILL");
    const second = await app.start();
    const again = await runToEnd(second.url, body, key);
    expect(runIdOf(again)).toBe(runIdOf(told));
    const ends = (events: typeof told) => events.filter(({ event }) => event === "sample-end");
    expect(ends(again)).toEqual(ends(told));
    expect(await callsFor(servers.fakeUrl, marker)).toHaveLength(2);
    expect((await postRun(second.url, { ...body, samples: 3 }, key)).status).toBe(422);
  } finally {
    await app.remove();
  }
});

test("[RS17] a run that is to be kept nowhere leaves no trace in the data folder", async ({ servers }) => {
  const app = await ownApp(servers.fakeUrl);
  try {
    const first = await app.start();
    const events = await runToEnd(first.url, { ...marked("unkept-marker-1", "fake/ok", 1), keepDays: 0 });
    expect((await runOf(first.url, runIdOf(events))).status).toBe("complete");
    expect((await (await fetch(`${first.url}/api/history`)).json()).runs).toEqual([]);
    await first.stop("SIGKILL");
    const second = await app.start();
    expect((await fetch(`${second.url}/api/runs/${runIdOf(events)}`)).status).toBe(404);
  } finally {
    await app.remove();
  }
});

test("the history lists, finds, opens, renames and deletes", async ({ servers }) => {
  const app = await ownApp(servers.fakeUrl);
  try {
    const { url } = await app.start();
    const titles = ["Lake", "Forest", "Sea"];
    for (const title of titles) {
      await runToEnd(url, { ...poemRun({ provider: "openai", model: "fake/ok" }), title });
    }
    const list = async (query: string) => (await fetch(`${url}/api/history?${query}`)).json();
    const { runs, next } = await list("limit=2");
    expect(runs.map(({ title }: { title: string }) => title)).toEqual(["Sea", "Forest"]);
    expect((await list(`limit=2&before=${next}`)).runs).toMatchObject([
      { title: "Lake", ended: 2, total: 2 },
    ]);
    expect((await list("search=FOREST")).runs).toHaveLength(1);
    expect((await list("search=Tagore")).runs).toHaveLength(3);
    expect((await fetch(`${url}/api/history?limit=0`)).status).toBe(400);
    const { runId } = runs[0];
    const address = `${url}/api/history/${runId}`;
    const write = (method: string, body?: unknown) =>
      fetch(address, {
        method,
        headers: { "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    expect((await write("PUT", { title: "  The  sea " })).status).toBe(200);
    const entry = await (await fetch(address)).json();
    expect(entry.run.title).toBe("The  sea");
    expect(entry.request.variants).toHaveLength(2);
    expect(entry.samples).toHaveLength(2);
    expect((await write("PUT", { title: " " })).status).toBe(400);
    expect((await write("DELETE")).status).toBe(200);
    expect((await fetch(address)).status).toBe(404);
    expect((await fetch(`${url}/api/runs/${runId}`)).status).toBe(404);
    expect(await (await fetch(`${url}/api/history`, { method: "DELETE" })).json()).toEqual({ removed: 2 });
    expect((await list("")).runs).toEqual([]);
  } finally {
    await app.remove();
  }
});

test("[R05] the history of another browser does not exist, on every route, to the byte", async ({
  servers,
}) => {
  const mine = await postRun(servers.hostedUrl, singleRun("demo", "demo", "Mine."), {
    origin: servers.hostedOrigin,
  });
  const runId = runIdOf(parseEvents(await mine.text()));
  const cookie = mine.headers.get("set-cookie")?.split(";")[0] ?? "";
  const ask = async (id: string, asker: string) => {
    const answers: string[] = [];
    for (const [method, address] of [
      ["GET", `/api/history/${id}`],
      ["PUT", `/api/history/${id}`],
      ["DELETE", `/api/history/${id}`],
      ["GET", `/api/runs/${id}`],
      ["GET", `/api/runs/${id}/events`],
      ["POST", `/api/runs/${id}/stop`],
    ] as const) {
      const response = await fetch(`${servers.hostedUrl}${address}`, {
        method,
        headers: {
          origin: servers.hostedOrigin,
          cookie: asker,
          ...(method === "PUT" ? { "content-type": "application/json" } : {}),
        },
        ...(method === "PUT" ? { body: JSON.stringify({ title: "theirs" }) } : {}),
      });
      answers.push(`${response.status} ${(await response.text()).replace(/req_[A-Za-z0-9_-]{22}/, "req")}`);
    }
    return answers;
  };
  const stranger = cookie.replace(/own_.*/, "own_AAAAAAAAAAAAAAAAAAAAAA");
  for (const asker of ["", stranger]) {
    const foreign = await ask(runId, asker);
    expect(foreign).toEqual(await ask("run_AAAAAAAAAAAAAAAAAAAAAA", asker));
    for (const answer of foreign) expect(answer).toMatch(/^404 /);
  }
  const headers = { origin: servers.hostedOrigin, cookie };
  expect(await fetch(`${servers.hostedUrl}/api/history/${runId}`, { headers })).toMatchObject({
    status: 200,
  });
  const emptied = await fetch(`${servers.hostedUrl}/api/history`, {
    method: "DELETE",
    headers: { ...headers, cookie: stranger },
  });
  expect(await emptied.json()).toEqual({ removed: 0 });
  expect(await fetch(`${servers.hostedUrl}/api/history/${runId}`, { headers })).toMatchObject({
    status: 200,
  });
});

test("[R40] a second app on the same data folder ends with a sentence, and the first goes on", async ({
  servers,
}) => {
  const app = await ownApp(servers.fakeUrl);
  try {
    const first = await app.start();
    const before = performance.now();
    const refused = await app.start().then(
      () => "started",
      (error: unknown) => String(error),
    );
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(refused).toContain("Afterprompt did not start: Another Afterprompt is already working");
    expect(await readyOf(first.url)).toBe(200);
    await first.stop("SIGKILL");
    expect(await readyOf((await app.start()).url)).toBe(200);
  } finally {
    await app.remove();
  }
});

test("[R52] ready says no within 2 s while the database is locked, and yes again; live and a dead provider do not matter", async ({
  servers,
}) => {
  const app = await ownApp(servers.fakeUrl);
  try {
    const { url } = await app.start({ OPENAI_BASE_URL: "http://127.0.0.1:9/v1" });
    await runToEnd(url, singleRun("openai", "fake/ok"));
    expect(await readyOf(url)).toBe(200);
    const other = new DatabaseSync(`${app.dataDir}/afterprompt.db`);
    other.exec("BEGIN IMMEDIATE");
    const before = performance.now();
    const response = await fetch(`${url}/api/health/ready`);
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: "not-ready" });
    expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
    other.exec("ROLLBACK");
    other.close();
    expect(await readyOf(url)).toBe(200);
  } finally {
    await app.remove();
  }
});

test("[RS16] while the disk refuses, an answer is shown and marked, the run ends, and it is kept when the disk is back", async ({
  servers,
}) => {
  const app = await ownApp(servers.fakeUrl);
  try {
    const { url } = await app.start();
    const response = await postRun(url, marked("locked-marker-1", "fake/slow-first-token-300", 1));
    const started = await readUntil(response, "sample-start");
    const other = new DatabaseSync(`${app.dataDir}/afterprompt.db`);
    other.exec("BEGIN IMMEDIATE");
    const text = await restOf(started.rest);
    other.exec("ROLLBACK");
    other.close();
    const end = parseEvents(text).find(({ event }) => event === "sample-end");
    expect(end?.data).toMatchObject({ ending: "complete", kept: false });
    expect(text).toContain("run-end");
    expect(app.output()).toContain("could not be written to storage");
    const { runId } = (await (await fetch(`${url}/api/history`)).json()).runs[0];
    await expect
      .poll(async () => (await (await fetch(`${url}/api/history/${runId}`)).json()).run, { timeout: 10_000 })
      .toMatchObject({ status: "complete", ended: 1 });
  } finally {
    await app.remove();
  }
});

test("[R51] told to end, the app sends viewers away at once, lets a run finish, keeps it and ends with 0", async ({
  servers,
}) => {
  const app = await ownApp(servers.fakeUrl);
  try {
    const server = await app.start();
    const response = await postRun(server.url, marked("drain-marker-1", "fake/slow-first-token-2000", 1));
    const { events, rest } = await readUntil(response, "sample-start");
    const askedAt = performance.now();
    const stopped = server.stop("SIGTERM");
    const text = await restOf(rest);
    expect(performance.now() - askedAt).toBeLessThan(1_000);
    expect(text).toMatch(/retry: \d+/);
    expect(text).not.toContain("run-end");
    expect((await postRun(server.url, singleRun("demo", "demo"))).status).toBe(503);
    expect(await readyOf(server.url)).toBe(503);
    await stopped;
    expect(await server.ended).toBe(0);
    expect(performance.now() - askedAt).toBeGreaterThan(1_000);
    const next = await app.start();
    expect(await runOf(next.url, runIdOf(events))).toMatchObject({ status: "complete", errors: [] });
  } finally {
    await app.remove();
  }
});

test("[R51] a second signal ends it now: the call is closed, what had come is kept, the run is interrupted", async ({
  servers,
}) => {
  const app = await ownApp(servers.fakeUrl);
  const marker = "second-signal-1";
  try {
    const server = await app.start();
    const { events } = await readUntil(
      await postRun(server.url, marked(marker, "fake/held", 1)),
      "text-delta",
    );
    const askedAt = performance.now();
    const stopped = server.stop("SIGTERM");
    // Signals that come together are one wish.
    const together = server.stop("SIGINT");
    await wait(1_100);
    expect(await readyOf(server.url)).toBe(503);
    await Promise.all([stopped, together, server.stop("SIGTERM")]);
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    expect(await server.ended).toBe(0);
    expect((await callsFor(servers.fakeUrl, marker))[0]?.clientClosedAtMs).not.toBeNull();
    const next = await app.start();
    const run = await runOf(next.url, runIdOf(events));
    expect(run).toMatchObject({ status: "interrupted", samples: [{ ending: "stopped" }] });
    expect(run.samples[0].text.length).toBeGreaterThan(0);
  } finally {
    await app.remove();
  }
});

test("[R35][R50] two instances on one Postgres are one: read, Stop and idempotency anywhere; a killed one's runs are interrupted within 30 s", async ({
  servers,
}) => {
  test.setTimeout(2 * MINUTE_MS);
  const postgres = await startPostgres();
  const app = await ownApp(servers.fakeUrl);
  const marker = "two-instances-1";
  try {
    const env = { DATABASE_URL: await postgres.newDatabase() };
    const [first, second] = await Promise.all([app.start(env), app.start(env)]);
    const held = await readUntil(await postRun(first.url, marked(marker, "fake/held", 1)), "text-delta");
    const runId = runIdOf(held.events);
    expect(await runOf(second.url, runId)).toMatchObject({ status: "running", total: 1 });
    const elsewhere = fetch(`${second.url}/api/runs/${runId}/events`).then((response) => response.text());
    const stoppedAt = performance.now();
    expect((await fetch(`${second.url}/api/runs/${runId}/stop`, { method: "POST" })).status).toBe(200);
    await restOf(held.rest);
    expect(performance.now() - stoppedAt).toBeLessThan(500);
    expect(parseEvents(await elsewhere).map(({ event }) => event)).toEqual([
      "run-start",
      "sample-end",
      "run-end",
    ]);

    const key = { "idempotency-key": "two-instances" };
    const body = marked("two-instances-2", "fake/ok", 2);
    const told = await runToEnd(first.url, body, key);
    expect(runIdOf(await runToEnd(second.url, body, key))).toBe(runIdOf(told));
    expect(await callsFor(servers.fakeUrl, "two-instances-2")).toHaveLength(2);

    const open = await readUntil(
      await postRun(first.url, marked("two-instances-3", "fake/held", 1)),
      "text-delta",
    );
    await first.stop("SIGKILL");
    const killedAt = performance.now();
    const reader = await fetch(`${second.url}/api/runs/${runIdOf(open.events)}/events`);
    expect(await reader.text()).toContain('"status":"interrupted"');
    expect(performance.now() - killedAt).toBeLessThan(30_000);
  } finally {
    await app.remove();
    await postgres.stop();
  }
});
