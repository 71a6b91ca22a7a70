import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { contentHash } from "#lib/comparison/content-hash.ts";
import type { NewArchivedRun } from "#lib/runs/archive.ts";
import { aFailure, aLink, aResult, aRun, work } from "./storage.fixture.ts";
import { openStorage, type Storage, type StorageOptions } from "./storage.server.ts";
import { toStoredJson } from "./stored-text.ts";

/** Where one kind of database comes from: a fresh one for each test. */
export interface DatabaseSource {
  name: string;
  start(): Promise<void>;
  fresh(): Promise<StorageOptions>;
  stop(): Promise<void>;
}

const MINUTE_MS = 60_000;
/** How many random snapshots go in and out, alike on every database. */
const SNAPSHOTS = 5_000;
const EDGE_TEXTS = [
  "\ud800",
  "a\udfffb",
  "\u0000",
  "x\u0000y",
  "שלום עולם",
  "\u202eabc",
  "😀",
  "e\u0301",
  "\\u0000",
];

/** What every database has to do: called once for each. */
export function storageContract(source: DatabaseSource): void {
  describe(source.name, () => {
    const open: Storage[] = [];
    beforeAll(() => source.start(), MINUTE_MS);
    afterEach(async () => {
      await Promise.all(open.splice(0).map((storage) => storage.close()));
    });
    afterAll(() => source.stop());

    const fresh = async (): Promise<Storage> => {
      const storage = await openStorage(await source.fresh());
      open.push(storage);
      return storage;
    };
    const begun = async (changes: Partial<NewArchivedRun> = {}) => {
      const { archive } = await fresh();
      expect(await archive.begin(aRun(changes))).toBeNull();
      return archive;
    };

    test("[ST2] what was closed is there again when it is opened again", async () => {
      const options = await source.fresh();
      const first = await openStorage(options);
      await first.archive.begin(aRun());
      expect(await first.ready()).toBe(true);
      await first.close();
      expect(await first.ready()).toBe(false);
      const second = await openStorage(options);
      open.push(second);
      expect(await second.archive.read("own_1", "run_1")).toMatchObject({
        runId: "run_1",
        status: "running",
      });
    });

    test("a run is read as it was written, and only by its owner", async () => {
      const archive = await begun({ expiresAtMs: 9_007_199_254_740_991 });
      await archive.endSample(work("run_1"), 3, { result: aResult({ thinking: "hm", origin: "bundled" }) });
      await archive.endSample(work("run_1"), 5, { error: aFailure({ sample: 1 }) });
      await archive.endRun(work("run_1"), 6, "complete");
      const run = aRun();
      expect(await archive.read("own_1", "run_1")).toEqual({
        runId: "run_1",
        title: run.title,
        status: "complete",
        total: run.total,
        ended: 2,
        costUsd: 0.375,
        createdAtMs: run.createdAtMs,
        expiresAtMs: 9_007_199_254_740_991,
        request: run.request,
        contentHash: run.contentHash,
        samples: [aResult({ thinking: "hm", origin: "bundled" })],
        errors: [aFailure({ sample: 1 })],
      });
      expect(await archive.read("own_2", "run_1")).toBeNull();
      expect(await archive.read("own_1", "RUN_1")).toBeNull();
      expect(await archive.read("own_1", "run_1\u0000")).toBeNull();
      expect(await archive.endsAfter("own_2", "run_1", 0)).toBeNull();
      expect(await archive.rename("own_2", "run_1", "x")).toBe(false);
      expect(await archive.askToStop("own_2", "run_1")).toBe(false);
      expect(await archive.remove("own_2", "run_1")).toBe(false);
    });

    test("[ST6] an end that replaces another leaves its cost, the same end once more costs nothing", async () => {
      const archive = await begun();
      const first = aResult({ text: "first", costUsd: 0.5 });
      await archive.endSample(work("run_1"), 1, { result: first });
      await archive.endSample(work("run_1"), 1, { result: first });
      await archive.endSample(work("run_1"), 2, { error: aFailure({ costUsd: 0.25 }) });
      await archive.endSample(work("run_1"), 4, { result: aResult({ text: "third", costUsd: 0.125 }) });
      expect(await archive.read("own_1", "run_1")).toMatchObject({
        ended: 1,
        costUsd: 0.875,
        samples: [{ text: "third" }],
        errors: [],
      });
      await archive.endSample(work("run_1"), 5, { result: aResult({ sample: 1, costUsd: null }) });
      expect(await archive.read("own_1", "run_1")).toMatchObject({ ended: 2, costUsd: null });
    });

    test("ends come in the order of their events, after any of them", async () => {
      const archive = await begun();
      const cells = Array.from({ length: 40 }, (_, sample) => ({ sample, eventId: ((sample * 7) % 40) + 1 }));
      for (const { sample, eventId } of cells) {
        await archive.endSample(work("run_1"), eventId, { result: aResult({ sample }) });
      }
      const eventIds = async (after: number) =>
        (await archive.endsAfter("own_1", "run_1", after))?.ends.map(({ eventId }) => eventId);
      expect(await eventIds(0)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      expect(await eventIds(37)).toEqual([38, 39, 40]);
      expect(await eventIds(40)).toEqual([]);
    });

    test("[R38] of 200 beginnings at once with the same key, one begins and all others learn of it", async () => {
      const { archive } = await fresh();
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          archive.begin(
            aRun({
              runId: `run_${index}`,
              idempotency: { scopes: [`own_1 key`, `mark_${index % 2} key`], bodyHash: "same" },
            }),
          ),
        ),
      );
      const winners = answers.flatMap((answer, index) => (answer === null ? [`run_${index}`] : []));
      expect(winners).toHaveLength(1);
      for (const answer of answers.filter((answer) => answer !== null)) {
        expect(answer).toEqual({ runId: winners[0], ownerId: "own_1", bodyHash: "same" });
      }
      expect(await archive.list("own_1", { search: "", before: null, limit: 300 })).toHaveLength(1);
    });

    test("[R38] a key is known by any of its scopes until its run is deleted", async () => {
      const archive = await begun({ idempotency: { scopes: ["a", "b"], bodyHash: "hash" } });
      const again = aRun({ runId: "run_2", idempotency: { scopes: ["c", "b"], bodyHash: "other" } });
      expect(await archive.begin(again)).toEqual({ runId: "run_1", ownerId: "own_1", bodyHash: "hash" });
      expect(await archive.read("own_1", "run_2")).toBeNull();
      expect(await archive.remove("own_1", "run_1")).toBe(true);
      expect(await archive.begin(again)).toBeNull();
    });

    test("[ST6] 100 ends at once are all kept and all counted", async () => {
      const archive = await begun({ total: 100 });
      await Promise.all(
        Array.from({ length: 100 }, (_, sample) =>
          archive.endSample(work("run_1"), sample + 1, { result: aResult({ sample, costUsd: 0.25 }) }),
        ),
      );
      const run = await archive.read("own_1", "run_1");
      expect(run).toMatchObject({ ended: 100, costUsd: 25 });
      expect(run?.samples.map(({ sample }) => sample)).toEqual(Array.from({ length: 100 }, (_, at) => at));
    });

    test("[ST7] one of several claims reopens a run, with the same content, when it is over", async () => {
      const archive = await begun();
      const claim = {
        runId: "run_1",
        ownerId: "own_1",
        instance: "b",
        contentHash: "hash",
        total: 9,
        nowMs: 50,
        idempotency: null,
      };
      expect(await archive.reopen(claim)).toBe(false);
      await archive.endRun(work("run_1"), 3, "stopped");
      expect(await archive.reopen({ ...claim, ownerId: "own_2" })).toBe(false);
      expect(await archive.reopen({ ...claim, contentHash: "other" })).toBe(false);
      const claims = await Promise.all(Array.from({ length: 20 }, () => archive.reopen(claim)));
      expect(claims.filter((claimed) => claimed)).toHaveLength(1);
      expect(await archive.read("own_1", "run_1")).toMatchObject({ status: "running", total: 9 });
      await archive.endRun(work("run_1", "b"), 4, "complete");
      expect(await archive.reopen({ ...claim, total: 2 })).toBe(true);
      expect(await archive.read("own_1", "run_1")).toMatchObject({ total: 9 });
    });

    test("[R38] the key of a continuation is known too, and one that names another run opens nothing", async () => {
      const archive = await begun({ idempotency: { scopes: ["first"], bodyHash: "1" } });
      await archive.begin(aRun({ runId: "run_2", idempotency: { scopes: ["other"], bodyHash: "2" } }));
      await archive.endRun(work("run_1"), 3, "stopped");
      const claim = {
        runId: "run_1",
        ownerId: "own_1",
        instance: "b",
        contentHash: "hash",
        total: 9,
        nowMs: 50,
      };
      const key = (...scopes: string[]) => ({ idempotency: { scopes, bodyHash: "3" } });
      expect(await archive.earlier(["more"])).toBeNull();
      expect(await archive.reopen({ ...claim, ...key("more", "other") })).toBe(false);
      // Refused whole: neither is the run open nor the key taken.
      expect(await archive.read("own_1", "run_1")).toMatchObject({ status: "stopped", total: 3 });
      expect(await archive.earlier(["more"])).toBeNull();
      expect(await archive.reopen({ ...claim, ...key("more") })).toBe(true);
      expect(await archive.earlier(["none", "more"])).toEqual({
        runId: "run_1",
        ownerId: "own_1",
        bodyHash: "3",
      });
      expect(await archive.earlier(["first"])).toMatchObject({ runId: "run_1", bodyHash: "1" });
      expect(await archive.earlier([])).toBeNull();
      await archive.remove("own_1", "run_1");
      expect(await archive.earlier(["more"])).toBeNull();
    });

    test("[R50] an instance that lost a run to another one writes nothing into it any more", async () => {
      const archive = await begun({ instance: "a" });
      const [a, b] = [work("run_1", "a"), work("run_1", "b")];
      const answer = (text: string) => ({ result: aResult({ text, costUsd: 1 }) });
      expect(await archive.endSample(a, 4, answer("of a"))).toBe(true);
      expect(await archive.lost("a", ["run_1", "run_9"])).toEqual(["run_9"]);
      await archive.renewLeases("b", aRun().createdAtMs + 60_000, 30_000);
      await archive.reopen({
        runId: "run_1",
        ownerId: "own_1",
        instance: "b",
        contentHash: "hash",
        total: 3,
        nowMs: aRun().createdAtMs + 60_000,
        idempotency: null,
      });
      expect(await archive.lost("a", ["run_1"])).toEqual(["run_1"]);
      expect(await archive.lost("b", ["run_1"])).toEqual([]);
      expect(await archive.endSample(a, 9, answer("of a, later"))).toBe(false);
      expect(await archive.endRun(a, 10, "complete")).toBe(false);
      expect(await archive.read("own_1", "run_1")).toMatchObject({
        status: "running",
        costUsd: 1,
        samples: [{ text: "of a" }],
      });
      expect(await archive.endSample(b, 1_000_001, answer("of b"))).toBe(true);
      // Older than what is there: late, and without a say.
      expect(await archive.endSample(b, 7, answer("late"))).toBe(true);
      expect(await archive.endRun(b, 1_000_002, "complete")).toBe(true);
      expect(await archive.read("own_1", "run_1")).toMatchObject({
        status: "complete",
        costUsd: 2,
        samples: [{ text: "of b" }],
      });
    });

    test("[R36] who works on a run learns when its owner last watched it elsewhere", async () => {
      const archive = await begun();
      expect(await archive.viewedAtMs("run_1")).toBeNull();
      await archive.noteViewer("own_2", "run_1", 1_900_000_000_000);
      expect(await archive.viewedAtMs("run_1")).toBeNull();
      await archive.noteViewer("own_1", "run_1", 1_900_000_000_001);
      expect(await archive.viewedAtMs("run_1")).toBe(1_900_000_000_001);
      expect(await archive.viewedAtMs("run_2")).toBeNull();
    });

    test("[ST7] runs of an instance that fell silent are interrupted, of one that lives they are not", async () => {
      const { archive } = await fresh();
      await archive.begin(aRun({ runId: "run_a", instance: "a", createdAtMs: 1_000 }));
      await archive.begin(aRun({ runId: "run_b", instance: "b", createdAtMs: 1_000 }));
      await archive.begin(aRun({ runId: "run_c", instance: "a", createdAtMs: 1_000 }));
      await archive.endRun(work("run_c", "a"), 1, "complete");
      expect(await archive.renewLeases("b", 20_000, 30_000)).toBe(0);
      expect(await archive.renewLeases("b", 31_000, 30_000)).toBe(1);
      expect(await archive.read("own_1", "run_a")).toMatchObject({ status: "interrupted" });
      expect(await archive.read("own_1", "run_b")).toMatchObject({ status: "running" });
      expect(await archive.read("own_1", "run_c")).toMatchObject({ status: "complete" });
    });

    test("[ST7] whoever works on a run hears once that it is to stop", async () => {
      const archive = await begun({ instance: "a" });
      expect(await archive.takeStops("a")).toEqual([]);
      expect(await archive.askToStop("own_1", "run_1")).toBe(true);
      expect(await archive.takeStops("b")).toEqual([]);
      expect(await archive.takeStops("a")).toEqual(["run_1"]);
      expect(await archive.takeStops("a")).toEqual([]);
      await archive.endRun(work("run_1", "a"), 2, "stopped");
      expect(await archive.askToStop("own_1", "run_1")).toBe(true);
      expect(await archive.askToStop("own_1", "run_2")).toBe(false);
      expect(await archive.takeStops("a")).toEqual([]);
    });

    test("[ST8] the list pages through an owner's runs, newest first, by bytes where the time is the same", async () => {
      const { archive } = await fresh();
      const ids = ["run_a", "run_B", "run_-", "run__", "run_Z", "run_ä"];
      for (const runId of ids) await archive.begin(aRun({ runId, createdAtMs: 5 }));
      await archive.begin(aRun({ runId: "run_new", createdAtMs: 6 }));
      await archive.begin(aRun({ runId: "run_other", ownerId: "own_2" }));
      const seen: string[] = [];
      for (let before: { createdAtMs: number; runId: string } | null = null; ; ) {
        const page = await archive.list("own_1", { search: "", before, limit: 2 });
        seen.push(...page.map(({ runId }) => runId));
        const last = page.at(-1);
        if (last === undefined) break;
        before = last;
      }
      expect(seen).toEqual(["run_new", "run_ä", "run_a", "run__", "run_Z", "run_B", "run_-"]);
    });

    test("[ST8] a search finds titles and prompts in any letter case, and takes % and _ as they are", async () => {
      const { archive } = await fresh();
      const titles = ["100% Äpfel", "100 Birnen", "snake_case", "snakeXcase", "back\\slash", "Straße"];
      for (const [index, title] of titles.entries()) {
        await archive.begin(aRun({ runId: `run_${index}`, title, createdAtMs: index }));
      }
      const found = async (search: string) =>
        (await archive.list("own_1", { search, before: null, limit: 50 }))
          .map(({ title }) => title)
          .reverse();
      expect(await found("100%")).toEqual(["100% Äpfel"]);
      expect(await found("äPFEL")).toEqual(["100% Äpfel"]);
      expect(await found("snake_")).toEqual(["snake_case"]);
      expect(await found("\\")).toEqual(["back\\slash"]);
      expect(await found("STRASSE")).toEqual(["Straße"]);
      expect(await found("\u0000")).toEqual(titles);
      expect(await found("poem ABOUT nature")).toEqual(titles);
      expect(await found("nothing like it")).toEqual([]);
      expect(await found("text")).toEqual([]);
      expect(await archive.rename("own_1", "run_1", "Kirschen\ud800")).toBe(true);
      expect(await found("birnen")).toEqual([]);
      expect(await found("kirschen")).toEqual(["Kirschen\ufffd"]);
    });

    test("[ST9] deleting, deleting all and sweeping leave nothing of a run", async () => {
      const { archive } = await fresh();
      const key = (name: string) => ({ idempotency: { scopes: [name], bodyHash: "hash" } });
      for (const runId of ["run_1", "run_2", "run_3"]) await archive.begin(aRun({ runId, ...key(runId) }));
      await archive.begin(aRun({ runId: "run_4", ownerId: "own_2", expiresAtMs: 100 }));
      await archive.endSample(work("run_1"), 1, { result: aResult() });
      expect(await archive.remove("own_1", "run_1")).toBe(true);
      expect(await archive.remove("own_1", "run_1")).toBe(false);
      // A run that is still being written when it goes: its answers have no place any more.
      expect(await archive.endSample(work("run_1"), 2, { result: aResult() })).toBe(false);
      expect(await archive.endRun(work("run_1"), 3, "complete")).toBe(false);
      expect(await archive.read("own_1", "run_1")).toBeNull();
      expect(await archive.removeAll("own_1")).toBe(2);
      expect(await archive.list("own_1", { search: "", before: null, limit: 9 })).toEqual([]);
      expect(await archive.begin(aRun({ runId: "run_5", ...key("run_2") }))).toBeNull();
      expect(await archive.sweep(100)).toBe(0);
      await archive.endRun(work("run_4"), 1, "complete");
      expect(await archive.sweep(99)).toBe(0);
      expect(await archive.sweep(100)).toBe(1);
      expect(await archive.read("own_2", "run_4")).toBeNull();
    });

    test("[R17] a link that was taken back, has expired or never was is the same: nothing", async () => {
      const { shelf } = await fresh();
      await shelf.add(aLink({ id: "cmp_a" }));
      await shelf.add(aLink({ id: "cmp_b", expiresAtMs: 500 }));
      expect(await shelf.read("cmp_a", 100)).toEqual({
        id: "cmp_a",
        body: aLink().body,
        contentHash: aLink().contentHash,
        createdAtMs: aLink().createdAtMs,
        expiresAtMs: null,
      });
      expect(await shelf.read("cmp_b", 499)).toMatchObject({ expiresAtMs: 500 });
      expect(await shelf.read("cmp_b", 500)).toBeNull();
      expect(await shelf.read("cmp_c", 100)).toBeNull();
      expect(await shelf.revoke("cmp_a", { manageHash: "wrong" })).toBe(false);
      expect(await shelf.revoke("cmp_a", { ownerId: "own_2" })).toBe(false);
      expect(await shelf.revoke("cmp_a", { manageHash: "manage" })).toBe(true);
      expect(await shelf.read("cmp_a", 100)).toBeNull();
      expect(await shelf.revoke("cmp_a", { manageHash: "manage" })).toBe(false);
      expect(await shelf.revoke("cmp_c", { ownerId: "own_1" })).toBe(false);
    });

    test("[R17] an empty token or owner opens nothing, not even a link that has none", async () => {
      const { shelf } = await fresh();
      await shelf.add(aLink({ manageHash: "", ownerId: "" }));
      expect(await shelf.revoke("cmp_1", { manageHash: "" })).toBe(false);
      expect(await shelf.revoke("cmp_1", { ownerId: "" })).toBe(false);
      expect(await shelf.read("cmp_1", 0)).not.toBeNull();
    });

    test("[ST10] my links are the living ones, and the limit counts all that were made", async () => {
      const { shelf } = await fresh();
      const DAY_MS = 24 * 60 * MINUTE_MS;
      for (const at of [1, 2, 3]) await shelf.add(aLink({ id: `cmp_${at}`, createdAtMs: at * DAY_MS }));
      await shelf.add(aLink({ id: "cmp_4", createdAtMs: 4 * DAY_MS, expiresAtMs: 5 * DAY_MS, body: "ä€😀" }));
      await shelf.add(aLink({ id: "cmp_5", ownerId: "own_2" }));
      expect(await shelf.revoke("cmp_2", { ownerId: "own_1" })).toBe(true);
      const ids = async (nowMs: number) => (await shelf.own("own_1", nowMs)).map(({ id }) => id);
      expect(await ids(4.5 * DAY_MS)).toEqual(["cmp_4", "cmp_3", "cmp_1"]);
      expect((await shelf.own("own_1", 0))[0]).toEqual({
        id: "cmp_4",
        title: aLink().title,
        bytes: 9,
        createdAtMs: 4 * DAY_MS,
        expiresAtMs: 5 * DAY_MS,
      });
      expect(await ids(5 * DAY_MS)).toEqual(["cmp_3", "cmp_1"]);
      expect(await shelf.sweep(5 * DAY_MS)).toBe(1);
      expect(await shelf.sweep(5 * DAY_MS)).toBe(0);
      expect(await shelf.madeSince("own_1", 2 * DAY_MS)).toBe(3);
      // After a month the rows of what is gone go too; what lives stays.
      expect(await shelf.sweep(40 * DAY_MS)).toBe(0);
      expect(await shelf.madeSince("own_1", 0)).toBe(2);
    });

    test("the same id cannot be put on the shelf twice", async () => {
      const { shelf } = await fresh();
      await shelf.add(aLink());
      await expect(shelf.add(aLink({ body: "other" }))).rejects.toThrow();
      expect(await shelf.read("cmp_1", 0)).toMatchObject({ body: aLink().body });
    });

    test("[R38] of many that put a link on the shelf with the same key at once, one does; all others learn of it", async () => {
      const { shelf } = await fresh();
      const claim = { scopes: ["own_1\nkey", "new\nkey"], bodyHash: "body" };
      expect(await shelf.claimed(claim.scopes, 10)).toBeNull();
      const added = await Promise.all(
        Array.from({ length: 20 }, (_, place) => shelf.add(aLink({ id: `cmp_${place}` }), claim)),
      );
      expect(added.filter(Boolean)).toHaveLength(1);
      const id = `cmp_${added.indexOf(true)}`;
      expect((await shelf.own("own_1", 0)).map((link) => link.id)).toEqual([id]);
      const first = { id, ownerId: "own_1", manageHash: "manage", expiresAtMs: null, bodyHash: "body" };
      for (const scope of claim.scopes) expect(await shelf.claimed([scope, "other"], 10)).toEqual(first);
      expect(await shelf.claimed(["own_2\nkey"], 10)).toBeNull();
      expect(await shelf.revoke(id, { manageHash: "manage" })).toBe(true);
      expect(await shelf.claimed(claim.scopes, 10)).toEqual(first);
      expect(await shelf.add(aLink({ id: "cmp_again" }), claim)).toBe(false);
      expect(await shelf.read("cmp_again", 0)).toBeNull();
    });

    test("[R38][SL8] a key means its link for a day; then it is free, and its old link stays as it was", async () => {
      const { shelf } = await fresh();
      const DAY_MS = 24 * 60 * MINUTE_MS;
      const claim = { scopes: ["own_1\nkey"], bodyHash: "body" };
      await shelf.add(aLink({ createdAtMs: 10 }), claim);
      expect(await shelf.claimed(claim.scopes, 10 + DAY_MS)).not.toBeNull();
      expect(await shelf.claimed(claim.scopes, 11 + DAY_MS)).toBeNull();
      expect(await shelf.add(aLink({ id: "cmp_2", createdAtMs: 11 + DAY_MS }), claim)).toBe(true);
      expect(await shelf.claimed(claim.scopes, 11 + DAY_MS)).toMatchObject({ id: "cmp_2" });
      expect(await shelf.read("cmp_1", 0)).not.toBeNull();
      await shelf.sweep(12 + 2 * DAY_MS);
      expect(await shelf.add(aLink({ id: "cmp_3", createdAtMs: 20 }), claim)).toBe(true);
    });

    test(
      `[R18] ${SNAPSHOTS} snapshots with whatever text come back with the hash they went in with`,
      async () => {
        const { shelf } = await fresh();
        const text = fc.oneof(
          fc.string({ unit: "binary", maxLength: 20 }),
          fc
            .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
            .map((units) => String.fromCharCode(...units)),
          fc.constantFrom(...EDGE_TEXTS),
        );
        const snapshot = fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.double()), {
          maxKeys: 4,
          noNullPrototype: true,
        });
        const check = async (value: unknown, id: string) => {
          const hash = await contentHash(value);
          await shelf.add(
            aLink({
              id,
              title: JSON.stringify(value).slice(0, 50),
              body: toStoredJson(value),
              contentHash: hash,
            }),
          );
          const read = await shelf.read(id, 0);
          expect(read?.contentHash).toBe(hash);
          expect(await contentHash(JSON.parse(read?.body ?? ""))).toBe(hash);
        };
        const values = fc.sample(snapshot, { numRuns: SNAPSHOTS, seed: 18 });
        const places = values.keys();
        // Several at a time, as requests come.
        await Promise.all(
          Array.from({ length: 8 }, async () => {
            for (const place of places) await check(values[place], `cmp_${place}`);
          }),
        );
        await check({ text: `${EDGE_TEXTS.join("")}${"ä".repeat(1_048_576)}` }, "cmp_large");
      },
      MINUTE_MS,
    );

    test("[R18] the raw text of a body, a title and a prompt is made well-formed on its way in", async () => {
      const { archive, shelf } = await fresh();
      await shelf.add(aLink({ title: "t\ud800\u0000", body: "b\udc00\u0000" }));
      expect(await shelf.read("cmp_1", 0)).toMatchObject({ body: "b\ufffd" });
      expect(await shelf.own("own_1", 0)).toMatchObject([{ title: "t\ufffd", bytes: 4 }]);
      await archive.begin(aRun({ title: "\u0000r\udfff" }));
      await archive.endSample(work("run_1"), 1, { result: aResult({ text: "\u0000\ud83d" }) });
      expect(await archive.read("own_1", "run_1")).toMatchObject({
        title: "r\ufffd",
        samples: [{ text: "\ufffd" }],
      });
    });
  });
}
