import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#lib/base/ids.ts";
import { contentHash } from "#lib/comparison/content-hash.ts";
import { openStorage, type Storage } from "#lib/db/storage.server.ts";
import { freeze } from "./freeze.ts";
import { createLinks } from "./links.server.ts";
import { aComparison, anAnswer } from "./sharing.fixture.ts";
import type { Snapshot } from "./snapshot.ts";

const DAY_MS = 24 * 60 * 60_000;

let dataDir: string;
let storage: Storage;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "afterprompt-links-"));
  storage = await openStorage({ dataDir, databaseUrl: null });
});
afterAll(async () => {
  await storage.close();
  await rm(dataDir, { recursive: true });
});

/** Links with a clock that the test moves; each test has an owner of its own. */
function setUp(perHour?: number) {
  const clock = { ms: Date.UTC(2026, 0, 1) };
  const owner = newId("own");
  const links = createLinks({
    secret: "a-secret-for-tests-of-at-least-32-characters",
    shelf: async () => storage.shelf,
    now: () => clock.ms,
    ...(perHour === undefined ? {} : { perHour }),
  });
  return { clock, owner, links };
}

const prompts = (): Snapshot => ({ version: 1, comparison: aComparison(), run: null });

test("[R18][SL2] what is read is what was frozen, with a hash that anybody can work out again", async () => {
  const { links, owner } = setUp();
  const samples = [anAnswer({ text: "half a \ud83c\udf05 and \u0000 nothing" })];
  const snapshot = freeze(aComparison(), { startedAtMs: 0, source: "recorded", samples });
  const { id } = await links.make(owner, snapshot, 30);
  const read = await links.read(id);
  expect(read?.snapshot).toEqual(snapshot);
  expect(read?.contentHash).toBe(await contentHash(read?.snapshot));
  expect(read?.contentHash).toBe(await contentHash(snapshot));
});

test("[R17][SL5] a link is there until its last moment and then never again", async () => {
  const { links, owner, clock } = setUp();
  const day = await links.make(owner, prompts(), 1);
  const ever = await links.make(owner, prompts(), null);
  expect(day.expiresAtMs).toBe(clock.ms + DAY_MS);
  clock.ms += DAY_MS - 1;
  expect(await links.read(day.id)).not.toBeNull();
  expect(await links.own(owner)).toHaveLength(2);
  clock.ms += 1;
  expect(await links.read(day.id)).toBeNull();
  expect((await links.own(owner)).map(({ id }) => id)).toEqual([ever.id]);
  clock.ms += 5_000 * DAY_MS;
  expect(await links.read(ever.id)).not.toBeNull();
});

test("[R17][SL7] it is taken back by its token or its owner, and by nobody else", async () => {
  const { links, owner } = setUp();
  const [one, two] = [await links.make(owner, prompts(), 30), await links.make(owner, prompts(), 30)];
  for (const token of [two.manageToken, newId("mgt"), `${one.manageToken} `, one.id]) {
    expect(await links.revoke(one.id, "own_other", token)).toBe(false);
  }
  for (const stranger of ["own_other", "", one.manageToken]) {
    expect(await links.revoke(one.id, stranger, null)).toBe(false);
    expect(await links.revoke(one.id, stranger, "")).toBe(false);
  }
  expect(await links.read(one.id)).not.toBeNull();
  expect(await links.revoke(one.id, "own_other", one.manageToken)).toBe(true);
  expect(await links.read(one.id)).toBeNull();
  expect(await links.revoke(one.id, owner, one.manageToken)).toBe(false);
  expect(await links.revoke(two.id, owner, null)).toBe(true);
  expect(await links.read(two.id)).toBeNull();
  expect(await links.own(owner)).toEqual([]);
});

test("[R17] 3,000 guesses find nothing", async () => {
  const { links, owner } = setUp();
  await links.make(owner, prompts(), 30);
  const found = await Promise.all(Array.from({ length: 3_000 }, () => links.read(newId("cmp"))));
  expect(found.every((each) => each === null)).toBe(true);
  for (const id of ["", "cmp_", "cmp_%", "cmp_______________________", "' OR 1=1 --", "../x"]) {
    expect(await links.read(id)).toBeNull();
    expect(await links.revoke(id, owner, null)).toBe(false);
  }
});

test("[SL6] an owner makes so many links an hour; the limit counts what was taken back", async () => {
  const { links, owner, clock } = setUp(3);
  for (let made = 0; made < 3; made += 1) {
    const { id } = await links.make(owner, prompts(), 1);
    await links.revoke(id, owner, null);
  }
  await expect(links.make(owner, prompts(), 1)).rejects.toMatchObject({ code: "too-many-links" });
  await expect(links.make(newId("own"), prompts(), 1)).resolves.toMatchObject({ id: expect.any(String) });
  clock.ms += 60 * 60_000 + 1;
  await expect(links.make(owner, prompts(), 1)).resolves.toMatchObject({ id: expect.any(String) });
});

test("[SL6] of many requests at once no more are made than the limit says, and one who is refused uses up nobody's share", async () => {
  const shared = createLinks({
    secret: "a-secret-for-tests-of-at-least-32-characters",
    shelf: async () => storage.shelf,
    perHour: 3,
    inAll: 6,
  });
  const made = async (owner: string, times: number) => {
    const tries = Array.from({ length: times }, () => shared.make(owner, prompts(), 1));
    return (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled").length;
  };
  const [greedy, other, third] = [newId("own"), newId("own"), newId("own")];
  expect(await made(greedy, 20)).toBe(3);
  await expect(shared.refuseTooMany(greedy)).rejects.toMatchObject({ code: "too-many-links" });
  await expect(shared.refuseTooMany(other)).resolves.toBeUndefined();
  expect(await made(other, 2)).toBe(2);
  // Now the limit of all together.
  expect(await made(third, 3)).toBe(1);
});

test("[SL6] more than 4 MB is refused, whole", async () => {
  const { links, owner } = setUp();
  const samples = Array.from({ length: 5 }, (_, sample) =>
    anAnswer({ sample, text: "word ".repeat(199_000) }),
  );
  const large = freeze(aComparison(), { startedAtMs: 0, source: "reported", samples });
  await expect(links.make(owner, large, 1)).rejects.toMatchObject({ code: "body-too-large" });
  expect(await links.own(owner)).toEqual([]);
});
