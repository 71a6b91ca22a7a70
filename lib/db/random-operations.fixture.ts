import fc from "fast-check";
import { aFailure, aLink, aResult, aRun, work } from "./storage.fixture.ts";
import type { Storage } from "./storage.server.ts";

/** One thing that the app asks of its storage, with the ids of a sequence of its own. */
export type Operation = (storage: Storage) => Promise<unknown>;

const TEXTS = ["", "Ä", "ä", "a%b", "a_b", "a\\b", "Z", "z", "😀", "é", "e\u0301", "שלום", "ﬃ", "İ", "ß"];
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 })
    .map((units) => String.fromCharCode(...units)),
);
const few = fc.integer({ min: 0, max: 2 });
/** Milliseconds, far over 32 bits. */
const moment = fc.integer({ min: 0, max: 3 }).map((step) => 1_900_000_000_000 + step);

/** Operations on a few runs, links and owners that belong to one sequence: `prefix` keeps them apart from all others. */
export function operations(prefix: string): fc.Arbitrary<readonly Operation[]> {
  const run = few.map((n) => `run_${prefix}_${n}`);
  const owner = few.map((n) => `own_${prefix}_${n}`);
  const link = few.map((n) => `cmp_${prefix}_${n}`);
  const instance = few.map((n) => `instance_${prefix}_${n}`);
  const one: fc.Arbitrary<Operation> = fc.oneof(
    fc
      .record({
        runId: run,
        ownerId: owner,
        instance,
        title: text,
        createdAtMs: moment,
        scope: fc.option(few),
      })
      .map(
        ({ scope, ...fields }): Operation =>
          ({ archive }) =>
            archive.begin(
              aRun({
                ...fields,
                idempotency: scope === null ? null : { scopes: [`${prefix}_${scope}`], bodyHash: "hash" },
              }),
            ),
      ),
    fc.tuple(run, instance, fc.integer({ min: 1, max: 9 }), few, text, fc.boolean()).map(
      ([runId, worker, eventId, sample, answer, failed]): Operation =>
        ({ archive }) =>
          archive.endSample(
            work(runId, worker),
            eventId,
            failed
              ? { error: aFailure({ sample, text: answer }) }
              : { result: aResult({ sample, text: answer }) },
          ),
    ),
    fc.tuple(run, instance, fc.constantFrom("complete" as const, "stopped" as const, "failed" as const)).map(
      ([runId, worker, status]): Operation =>
        ({ archive }) =>
          archive.endRun(work(runId, worker), 10, status),
    ),
    fc.tuple(run, owner, instance, moment, fc.option(few)).map(
      ([runId, ownerId, taker, nowMs, scope]): Operation =>
        ({ archive }) =>
          archive.reopen({
            runId,
            ownerId,
            instance: taker,
            contentHash: "hash",
            total: 5,
            nowMs,
            idempotency: scope === null ? null : { scopes: [`${prefix}_${scope}`], bodyHash: "again" },
          }),
    ),
    fc.tuple(run, owner, instance, moment).map(
      ([runId, ownerId, worker, nowMs]): Operation =>
        async ({ archive }) => [
          await archive.noteViewer(ownerId, runId, nowMs),
          await archive.viewedAtMs(runId),
          await archive.lost(worker, [runId]),
          await archive.earlier([`${prefix}_0`, `${prefix}_1`]),
        ],
    ),
    fc.tuple(owner, run).map(
      ([ownerId, runId]): Operation =>
        ({ archive }) =>
          archive.read(ownerId, runId),
    ),
    fc.tuple(owner, run, fc.integer({ min: 0, max: 9 })).map(
      ([ownerId, runId, after]): Operation =>
        ({ archive }) =>
          archive.endsAfter(ownerId, runId, after),
    ),
    fc.tuple(owner, text).map(
      ([ownerId, search]): Operation =>
        ({ archive }) =>
          archive.list(ownerId, { search, before: null, limit: 10 }),
    ),
    fc.tuple(owner, run, text).map(
      ([ownerId, runId, title]): Operation =>
        ({ archive }) =>
          archive.rename(ownerId, runId, title),
    ),
    fc.tuple(owner, run).map(
      ([ownerId, runId]): Operation =>
        ({ archive }) =>
          archive.remove(ownerId, runId),
    ),
    fc.tuple(owner, run, instance).map(
      ([ownerId, runId, worker]): Operation =>
        async ({ archive }) => [await archive.askToStop(ownerId, runId), await archive.takeStops(worker)],
    ),
    fc.tuple(link, owner, text, text, moment, fc.option(moment)).map(
      ([id, ownerId, title, body, createdAtMs, expiresAtMs]): Operation =>
        ({ shelf }) =>
          shelf.add(aLink({ id, ownerId, title, body: JSON.stringify(body), createdAtMs, expiresAtMs })),
    ),
    fc.tuple(link, moment).map(
      ([id, nowMs]): Operation =>
        ({ shelf }) =>
          shelf.read(id, nowMs),
    ),
    fc.tuple(owner, moment).map(
      ([ownerId, nowMs]): Operation =>
        async ({ shelf }) => [await shelf.own(ownerId, nowMs), await shelf.madeSince(ownerId, nowMs)],
    ),
    fc.tuple(link, owner).map(
      ([id, ownerId]): Operation =>
        ({ shelf }) =>
          shelf.revoke(id, { ownerId }),
    ),
    moment.map(
      (nowMs): Operation =>
        async ({ archive, shelf }) => [await archive.sweep(nowMs), await shelf.sweep(nowMs)],
    ),
  );
  return fc.array(one, { minLength: 4, maxLength: 16 });
}

/** What a storage answers, one operation after the other; that something is refused counts, its words do not. */
export async function outcomes(storage: Storage, steps: readonly Operation[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const step of steps) {
    answers.push(await step(storage).catch(() => "refused"));
  }
  return answers;
}
