import { describe, expect, test, vi } from "vitest";
import { parseEvents, type WireEvent } from "#e2e/run-api.ts";
import { createMemoryArchive } from "./archive.fixture.ts";
import { archivedStream } from "./archived-stream.server.ts";
import { createHistory } from "./history.server.ts";
import { eventNames, setUp, textOf } from "./hub.fixture.ts";
import { startPatrol } from "./patrol.server.ts";

const OWNER = "own_a";
type Hub = ReturnType<typeof setUp>;

/** Lets the calls from `from` on bring a text and end. */
async function answer({ calls }: Hub, from: number, count: number): Promise<void> {
  await vi.waitFor(() => expect(calls).toHaveLength(from + count));
  for (const [index, call] of calls.slice(from).entries()) {
    call.sink.text(`answer ${from + index}`);
    call.finish();
  }
}

const ended = (hub: Hub) => vi.waitFor(() => expect(hub.hub.running()).toBe(0));
const eventsOf = async (hub: Hub, runId: string, afterId = 0) =>
  parseEvents(await textOf(await hub.hub.watch(OWNER, runId, afterId)));
const cells = (events: WireEvent[]) =>
  events
    .filter(({ event }) => event === "sample-end" || event === "sample-error")
    .map(({ data }) => `${data.variant}/${data.sample}`);

/** A process that dies while a run of four samples has two answers; a new one looks at what it left. */
async function crashed(): Promise<{ runId: string; next: Hub; told: WireEvent[] }> {
  const archive = createMemoryArchive();
  const first = setUp({ archive });
  const runId = await first.order({ samples: 2 });
  await vi.waitFor(() => expect(first.calls).toHaveLength(4));
  for (const call of first.calls.slice(0, 2)) {
    call.sink.text("paid for");
    call.finish();
  }
  first.calls[2]?.sink.text("half");
  await vi.waitFor(async () => expect((await first.hub.snapshot(OWNER, runId)).samples).toHaveLength(2));
  const reading = (await first.hub.watch(OWNER, runId, 0)).getReader();
  let text = "";
  while (!text.includes("half")) text += new TextDecoder().decode((await reading.read()).value);
  const next = setUp({ archive });
  await archive.renewLeases(next.hub.instance, Date.now() + 60_000, 20_000);
  return { runId, next, told: parseEvents(text) };
}

describe("what is told is kept", () => {
  test("[R39][RS16] nobody is told of an end before it is durable, and nothing after it is told before it", async () => {
    const hub = setUp();
    const release: (() => void)[] = [];
    hub.archive.beforeWrite = () => new Promise<void>((resolve) => release.push(resolve));
    const runId = await hub.start();
    const reader = (await hub.hub.watch(OWNER, runId, 0)).getReader();
    let text = "";
    const reading = (async () => {
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        text += new TextDecoder().decode(chunk.value);
      }
    })();
    await vi.waitFor(() => expect(hub.calls).toHaveLength(2));
    hub.calls[0]?.finish();
    await vi.waitFor(() => expect(release).toHaveLength(1));
    hub.calls[1]?.sink.text("of the other sample");
    expect((await hub.hub.snapshot(OWNER, runId)).samples).toHaveLength(0);
    expect(eventNames(text)).toEqual(["run-start", "sample-start", "sample-start"]);
    release.shift()?.();
    await vi.waitFor(() => expect(text).toContain("of the other sample"));
    expect(eventNames(text).slice(3)).toEqual(["sample-end", "text-delta"]);
    hub.calls[1]?.finish();
    await vi.waitFor(() => expect(release).toHaveLength(1));
    release.shift()?.();
    await vi.waitFor(() => expect(release).toHaveLength(1));
    expect(text).not.toContain("run-end");
    release.shift()?.();
    await reading;
    expect(eventNames(text).at(-1)).toBe("run-end");
    expect(parseEvents(text).map(({ id }) => id)).toEqual(parseEvents(text).map((_, index) => index + 1));
  });

  test("[RS16] an answer that cannot be kept is shown as that, the run goes on, and it is kept as soon as it can be", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const hub = setUp();
      hub.archive.beforeWrite = () => {
        throw new Error("the disk is full");
      };
      const runId = await hub.start();
      await answer(hub, 0, 2);
      await ended(hub);
      const ends = (await eventsOf(hub, runId)).filter(({ event }) => event === "sample-end");
      expect(ends.map(({ data }) => [data.text, data.kept])).toEqual([
        ["answer 0", false],
        ["answer 1", false],
      ]);
      expect(hub.troubles).toContainEqual(new Error("the disk is full"));
      expect((await hub.archive.read(OWNER, runId))?.samples).toEqual([]);
      hub.archive.beforeWrite = () => {};
      await vi.advanceTimersByTimeAsync(5_000);
      const kept = await hub.archive.read(OWNER, runId);
      expect(kept?.status).toBe("complete");
      expect(kept?.samples.map(({ text }) => text)).toEqual(["answer 0", "answer 1"]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("[RS16] a storage that does not answer holds nothing up for longer than 2 s", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const hub = setUp({ count: 1 });
      hub.archive.beforeWrite = () => new Promise<void>(() => {});
      const runId = await hub.start();
      await answer(hub, 0, 1);
      await vi.advanceTimersByTimeAsync(2_000);
      await ended(hub);
      const [end] = (await eventsOf(hub, runId)).filter(({ event }) => event === "sample-end");
      expect(end?.data).toMatchObject({ text: "answer 0", kept: false });
    } finally {
      vi.useRealTimers();
    }
  });

  test("[RS17] a run that is to be kept nowhere is in memory only", async () => {
    const hub = setUp();
    const runId = await hub.order({ keepDays: 0 });
    await answer(hub, 0, 2);
    await ended(hub);
    expect(await hub.archive.read(OWNER, runId)).toBeNull();
    expect((await hub.hub.snapshot(OWNER, runId)).samples).toHaveLength(2);
    // It can be added to for as long as it is there.
    expect(await hub.order({ keepDays: 0, samples: 2, continues: runId })).toBe(runId);
    await answer(hub, 2, 2);
    await ended(hub);
    expect((await hub.hub.snapshot(OWNER, runId)).samples).toHaveLength(4);
    expect(await hub.archive.list(OWNER, { search: "", before: null, limit: 9 })).toEqual([]);
  });

  test("[RS17] a run is forgotten after 90 days, after those that were asked for, or never", async () => {
    const hub = setUp({ count: 0 });
    const daysOf = async (keepDays?: number | null) => {
      const runId = await hub.order(keepDays === undefined ? {} : { keepDays });
      const kept = await hub.archive.read(OWNER, runId);
      if (kept === null) return "nowhere";
      return kept.expiresAtMs === null ? "for ever" : (kept.expiresAtMs - kept.createdAtMs) / 86_400_000;
    };
    expect(await daysOf()).toBe(90);
    expect(await daysOf(7)).toBe(7);
    expect(await daysOf(null)).toBe("for ever");
    await hub.hub.close(0);
  });
});

describe("after a restart", () => {
  test("[RS18][RS20] a run that was going on is interrupted, and what it has is read as before", async () => {
    const { runId, next } = await crashed();
    const snapshot = await next.hub.snapshot(OWNER, runId);
    expect(snapshot).toMatchObject({ runId, status: "interrupted", total: 4, errors: [] });
    expect(snapshot.samples.map(({ text }) => text)).toEqual(["paid for", "paid for"]);
    const events = await eventsOf(next, runId);
    expect(events.map(({ event }) => event)).toEqual(["run-start", "sample-end", "sample-end", "run-end"]);
    expect(events.at(-1)?.data).toMatchObject({ status: "interrupted", costUsd: 2 });
    await expect(next.hub.snapshot("own_b", runId)).rejects.toThrow(/no such run/);
    await expect(next.hub.watch("own_b", runId, 0)).rejects.toThrow(/no such run/);
  });

  test("[R37][RS5][RS18] from whatever event a viewer comes back, it misses no end and gets none twice", async () => {
    const { runId, next, told } = await crashed();
    for (const { id } of [{ id: 0 }, ...told]) {
      const before = told.filter((event) => event.id <= id);
      const after = await eventsOf(next, runId, id);
      expect(cells([...before, ...after]).sort()).toEqual(["after/0", "before/0"]);
      for (const event of after) expect(event.id).toBeGreaterThan(id);
      expect(after.filter(({ event }) => event === "run-end")).toHaveLength(1);
    }
  });

  test("[R38][RS13] the same key and body find the run that was paid for; another body is refused", async () => {
    const archive = createMemoryArchive();
    const idempotency = { key: "k1", bodyHash: "h1" };
    const first = setUp({ archive });
    const runId = await first.start(OWNER, idempotency);
    await answer(first, 0, 2);
    await ended(first);
    const next = setUp({ archive });
    expect(await next.start(OWNER, idempotency)).toBe(runId);
    await expect(next.start(OWNER, { key: "k1", bodyHash: "h2" })).rejects.toThrow(/already used/);
    expect(next.calls).toHaveLength(0);
    expect(await eventsOf(next, runId)).toHaveLength(4);
  });

  test("[R38][RS13] the key of a continuation finds what it paid for, also after a restart and on another instance", async () => {
    const { runId, next } = await crashed();
    const idempotency = { key: "k1", bodyHash: "h1" };
    const again = (hub: Hub, bodyHash = "h1") =>
      hub.order({ samples: 2, continues: runId }, OWNER, { ...idempotency, bodyHash });
    expect(await again(next)).toBe(runId);
    const other = setUp({ archive: next.archive });
    // While it goes on: not a conflict but the same run.
    expect(await again(other)).toBe(runId);
    await answer(next, 0, 2);
    await ended(next);
    const later = setUp({ archive: next.archive });
    expect(await again(later)).toBe(runId);
    await expect(again(later, "h2")).rejects.toMatchObject({ code: "idempotency-mismatch" });
    expect([...other.calls, ...later.calls]).toEqual([]);
  });

  test("[R38][RS13] of two instances that get the same continuation at once, one makes it", async () => {
    const { runId, next } = await crashed();
    const hubs = [next, setUp({ archive: next.archive })];
    const idempotency = { key: "k1", bodyHash: "h1" };
    const order = (hub: Hub) => hub.order({ samples: 2, continues: runId }, OWNER, idempotency);
    expect(await Promise.all(hubs.map(order))).toEqual([runId, runId]);
    await vi.waitFor(() => expect(hubs.flatMap(({ calls }) => calls)).toHaveLength(2));
    await Promise.all(hubs.map(({ hub }) => hub.close(0)));
  });

  test("[RS19] an answer that broke off half way is missing, as one that was stopped is", async () => {
    const hub = setUp();
    const runId = await hub.order({ samples: 1 });
    await vi.waitFor(() => expect(hub.calls).toHaveLength(2));
    hub.calls[0]?.sink.text("half");
    hub.calls[0]?.finish({ ending: "interrupted" });
    hub.calls[1]?.sink.text("whole");
    hub.calls[1]?.finish();
    await ended(hub);
    await hub.order({ samples: 1, continues: runId });
    await answer(hub, 2, 1);
    await ended(hub);
    const { samples } = await hub.hub.snapshot(OWNER, runId);
    expect(samples.map(({ variant, text }) => `${variant}: ${text}`).sort()).toEqual([
      "after: whole",
      "before: answer 2",
    ]);
  });

  test("[RS19] what is missing is made and nothing else; the run is whole then", async () => {
    const { runId, next } = await crashed();
    expect(await next.order({ samples: 2, continues: runId })).toBe(runId);
    const reading = eventsOf(next, runId);
    await answer(next, 0, 2);
    const events = await reading;
    expect(next.calls).toHaveLength(2);
    expect(events[0]).toMatchObject({ event: "run-start", data: { runId, total: 4 } });
    expect(cells(events).sort()).toEqual(["after/0", "after/1", "before/0", "before/1"]);
    expect(events.map(({ id }) => id)).toEqual([...events.map(({ id }) => id)].sort((a, b) => a - b));
    expect(events.at(-1)).toMatchObject({ event: "run-end", data: { status: "complete", costUsd: 4 } });
    const kept = await next.archive.read(OWNER, runId);
    expect(kept).toMatchObject({ status: "complete", total: 4, ended: 4, costUsd: 4 });
    // A viewer that had seen more of the first part than was ever written down misses nothing of the second.
    const late = await eventsOf(next, runId, 900_000);
    expect(cells(late).sort()).toEqual(["after/1", "before/1"]);
  });

  test("[RS19] one cell made again takes the place of its earlier end, whose cost stays; others stay missing", async () => {
    const { runId, next } = await crashed();
    await next.order({ samples: 2, continues: runId, only: [{ variant: "before", case: "1", sample: 0 }] });
    await answer(next, 0, 1);
    await ended(next);
    const { samples, ...run } = await next.hub.snapshot(OWNER, runId);
    expect(run).toMatchObject({ status: "interrupted", total: 4, costUsd: 3 });
    expect(samples.map(({ variant, text }) => `${variant}: ${text}`).sort()).toEqual([
      "after: paid for",
      "before: answer 0",
    ]);
  });

  test("[RS19] more samples than the run had at first are counted in", async () => {
    const hub = setUp();
    const runId = await hub.order({ samples: 1 });
    await answer(hub, 0, 2);
    await ended(hub);
    await hub.order({ samples: 3, continues: runId });
    await answer(hub, 2, 4);
    await ended(hub);
    expect(await hub.hub.snapshot(OWNER, runId)).toMatchObject({ status: "complete", total: 6, costUsd: 6 });
    await expect(hub.order({ samples: 3, continues: runId })).rejects.toThrow(/every answer already/);
  });

  test("[R05][RS19] a run of somebody else, of other prompts or still going on is not added to, and nothing is paid", async () => {
    const { runId, next } = await crashed();
    const refused = (changes: object, id = OWNER) => next.order({ continues: runId, ...changes }, id);
    await expect(refused({}, "own_b")).rejects.toMatchObject({ code: "not-found", field: "continues" });
    await expect(refused({ checks: [{ id: "c", label: "c", kind: "no-comma" }] })).rejects.toMatchObject({
      code: "run-changed",
      field: "continues",
    });
    await refused({ samples: 2 });
    await expect(refused({ samples: 2 })).rejects.toMatchObject({ code: "conflict" });
    await vi.waitFor(() => expect(next.calls).toHaveLength(2));
    await next.hub.close(0);
  });
});

describe("two processes on one database", () => {
  test("[RS18] a run is watched to its end through the other one", async () => {
    const archive = createMemoryArchive();
    const works = setUp({ archive });
    const runId = await works.start();
    const over = new AbortController();
    const options = { archive, ownerId: OWNER, runId, afterId: 0, closing: over.signal, pollMs: 1 };
    const reading = textOf(archivedStream(options));
    await answer(works, 0, 2);
    const events = parseEvents(await reading);
    expect(events.map(({ event }) => event)).toEqual(["run-start", "sample-end", "sample-end", "run-end"]);
    const told = await eventsOf(works, runId);
    for (const end of events.slice(1)) expect(told).toContainEqual(end);
  });

  test("[R35] Stop through the other one is heard where the run is; a stranger's is not", async () => {
    const archive = createMemoryArchive();
    const works = setUp({ archive });
    const other = setUp({ archive });
    const runId = await works.start();
    await vi.waitFor(() => expect(works.calls).toHaveLength(2));
    await expect(other.hub.stop("own_b", runId)).rejects.toThrow(/no such run/);
    expect(await archive.takeStops(works.hub.instance)).toEqual([]);
    await other.hub.stop(OWNER, runId);
    works.hub.stopHere(await archive.takeStops(works.hub.instance));
    expect(works.calls.every(({ request }) => request.signal.aborted)).toBe(true);
    await ended(works);
    expect((await other.hub.snapshot(OWNER, runId)).status).toBe("stopped");
  });
});

describe("who works on a run", () => {
  const FAKED = { toFake: ["setTimeout", "clearTimeout", "Date"] } as const;

  test("[R36][R50][RS11] a viewer on another instance keeps a run going, and its leaving stops it", async () => {
    vi.useFakeTimers({ toFake: [...FAKED.toFake] });
    try {
      const works = setUp({ graceMs: 10_000 });
      const other = setUp({ archive: works.archive });
      const runId = await works.start();
      await vi.waitFor(() => expect(works.calls).toHaveLength(2));
      const aborted = () => works.calls.filter(({ request }) => request.signal.aborted).length;
      const reader = (await other.hub.watch(OWNER, runId, 0)).getReader();
      const reading = (async () => {
        while (!(await reader.read()).done);
      })();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(aborted()).toBe(0);
      await reader.cancel();
      await reading;
      await vi.advanceTimersByTimeAsync(7_000);
      expect(aborted()).toBe(0);
      await vi.advanceTimersByTimeAsync(13_000);
      expect(aborted()).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  /** A process whose patrol listens to what others do to its runs. */
  async function watchful() {
    const works = setUp();
    const { hub, archive } = works;
    const end = await startPatrol({
      archive,
      hub,
      isShared: true,
      sweep: async () => {},
      onTrouble: (error) => works.troubles.push(error),
    });
    return { works, end };
  }

  test("[R35][R50] a run that is deleted through another instance is stopped at once", async () => {
    const { works, end } = await watchful();
    const other = setUp({ archive: works.archive });
    const runId = await works.start();
    await vi.waitFor(() => expect(works.calls).toHaveLength(2));
    await createHistory(async () => works.archive, other.hub).remove(OWNER, runId);
    await vi.waitFor(() => expect(works.calls.every(({ request }) => request.signal.aborted)).toBe(true));
    await expect(works.hub.snapshot(OWNER, runId)).rejects.toMatchObject({ code: "not-found" });
    end();
    expect(works.troubles).toEqual([]);
  });

  test("[R50] a run that another instance continues is left to it, by the next end at the latest", async () => {
    const works = setUp();
    const { archive } = works;
    const runId = await works.order({ samples: 2 });
    await vi.waitFor(() => expect(works.calls).toHaveLength(4));
    const reading = eventsOf(works, runId);
    const other = setUp({ archive });
    // Its lease has run out: it was silent for too long.
    await archive.renewLeases(other.hub.instance, Date.now() + 60_000, 20_000);
    await other.order({ samples: 2, continues: runId });
    works.calls[0]?.sink.text("too late");
    works.calls[0]?.finish();
    await vi.waitFor(() => expect(works.calls.every(({ request }) => request.signal.aborted)).toBe(true));
    // Its viewers are sent on to where the run is, without an end that is none.
    expect((await reading).map(({ event }) => event)).not.toContain("run-end");
    await answer(other, 0, 4);
    await ended(other);
    const kept = await archive.read(OWNER, runId);
    expect(kept).toMatchObject({ status: "complete", ended: 4 });
    expect(kept?.samples.map(({ text }) => text)).not.toContain("too late");
    expect((await works.hub.snapshot(OWNER, runId)).samples).toHaveLength(4);
  });

  test("[R37][R39] ends are written one by one in the order of their events, and a closing server waits for the one in flight", async () => {
    const works = setUp();
    const { archive, hub } = works;
    const begun: number[] = [];
    const release: (() => void)[] = [];
    archive.beforeWrite = (_runId, eventId) => {
      begun.push(eventId);
      return new Promise<void>((resolve) => release.push(resolve));
    };
    const runId = await works.start();
    await vi.waitFor(() => expect(works.calls).toHaveLength(2));
    for (const call of works.calls) {
      call.sink.text("an answer");
      call.finish();
    }
    await vi.waitFor(() => expect(begun).toHaveLength(1));
    let isClosed = false;
    const closed = hub.close(60_000).then(() => {
      isClosed = true;
    });
    for (let written = 1; written <= 3; written += 1) {
      await vi.waitFor(() => expect(begun).toHaveLength(written));
      await new Promise(setImmediate);
      expect(begun).toHaveLength(written);
      expect(isClosed).toBe(false);
      release.shift()?.();
    }
    await closed;
    expect(begun).toEqual([...begun].sort((a, b) => a - b));
    expect(await archive.read(OWNER, runId)).toMatchObject({ status: "complete", ended: 2 });
  });
});

describe("when the server ends", () => {
  test("[R51][RS20] viewers are sent away at once, a run that finishes in time is whole, nothing new starts", async () => {
    const hub = setUp({ graceMs: 0 });
    const runId = await hub.start();
    const reading = textOf(await hub.hub.watch(OWNER, runId, 0));
    await vi.waitFor(() => expect(hub.calls).toHaveLength(2));
    const closed = hub.hub.close(60_000);
    const text = await reading;
    expect(text).toMatch(/retry: \d+/);
    expect(text).not.toContain("run-end");
    expect(hub.hub.isOpen()).toBe(false);
    await expect(hub.start()).rejects.toMatchObject({ code: "shutting-down" });
    await expect(hub.hub.watch(OWNER, runId, 0)).rejects.toMatchObject({ code: "shutting-down" });
    await answer(hub, 0, 2);
    await closed;
    expect(await hub.archive.read(OWNER, runId)).toMatchObject({ status: "complete", ended: 2 });
  });

  test("[R51][RS20] what is not finished in time is closed and kept as interrupted, with what had come", async () => {
    const hub = setUp();
    const runId = await hub.start();
    await vi.waitFor(() => expect(hub.calls).toHaveLength(2));
    hub.calls[0]?.sink.text("half");
    const urgent = new AbortController();
    const closed = hub.hub.close(60_000, urgent.signal);
    urgent.abort();
    await closed;
    expect(hub.calls.every(({ request }) => request.signal.aborted)).toBe(true);
    const kept = await hub.archive.read(OWNER, runId);
    expect(kept?.status).toBe("interrupted");
    expect(kept?.samples.find(({ variant }) => variant === "before")).toMatchObject({
      text: "half",
      ending: "stopped",
    });
  });
});
