import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createEventLog, type EventLog } from "./event-log.server.ts";
import type { Ticker } from "./ticker.server.ts";

const cell = { variant: "a", case: "1", sample: 0 };

/** A ticker that ticks when the test says so. */
function handTicker(): Ticker & { tick(): void } {
  let due = new Set<() => void>();
  return {
    soon: (task) => void due.add(task),
    tick() {
      const tasks = due;
      due = new Set();
      for (const task of tasks) task();
    },
  };
}

interface Frame {
  id: number;
  event: string;
  data: Record<string, unknown>;
}

function parseFrames(text: string): Frame[] {
  return text
    .split("\n\n")
    .filter((block) => block.startsWith("id: "))
    .map((block) => {
      const [id, event, data] = block.split("\n").map((line) => line.slice(line.indexOf(": ") + 2));
      return { id: Number(id), event: event ?? "", data: JSON.parse(data ?? "null") };
    });
}

async function readAll(log: EventLog, afterId = 0): Promise<Frame[]> {
  return parseFrames(await new Response(log.read(afterId, () => {})).text());
}

describe("what a run tells", () => {
  test("[RS3] the first delta goes out at once, later ones wait for the tick and become one event", async () => {
    const ticker = handTicker();
    const log = createEventLog(ticker);
    const channel = log.channel(cell);
    channel.text("A");
    channel.text(" gol");
    channel.text("den");
    expect(log.size).toBeLessThan(120);
    ticker.tick();
    log.close();
    expect((await readAll(log)).map(({ data }) => data.text)).toEqual(["A", " golden"]);
  });

  test("[RS2] another event sends waiting deltas ahead of itself, so order is kept", async () => {
    const log = createEventLog(handTicker());
    const channel = log.channel(cell);
    channel.text("a");
    channel.text("b");
    channel.thinking("hm");
    log.append({ type: "run-end", data: { runId: "run_x", status: "complete", costUsd: 0 } });
    log.close();
    expect((await readAll(log)).map(({ event, data }) => [event, data.text])).toEqual([
      ["text-delta", "a"],
      ["thinking-delta", "hm"],
      ["text-delta", "b"],
      ["run-end", undefined],
    ]);
  });

  test("[R37][RS5] from whatever event a viewer comes back, nothing is missing and nothing comes twice", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.string({ unit: "binary", minLength: 1, maxLength: 20 })), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.array(fc.nat(30), { maxLength: 4 }),
        async (steps, cuts) => {
          const ticker = handTicker();
          const log = createEventLog(ticker);
          const channel = log.channel(cell);
          for (const [tickNow, text] of steps) {
            channel.text(text);
            if (tickNow) ticker.tick();
          }
          log.close();
          const whole = await readAll(log);
          expect(whole.map(({ id }) => id)).toEqual(whole.map((_, index) => index + 1));
          expect(whole.map(({ data }) => data.text).join("")).toBe(steps.map(([, text]) => text).join(""));
          for (const cut of cuts) {
            const after = Math.min(cut, whole.length);
            expect(await readAll(log, after)).toEqual(whole.slice(after));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("[R37] an id from the future reads nothing old and goes on with what is new", async () => {
    const log = createEventLog(handTicker());
    log.channel(cell).text("old");
    const reading = new Response(log.read(999, () => {})).text();
    await nextTurn();
    log.append({ type: "run-end", data: { runId: "run_x", status: "complete", costUsd: 0 } });
    log.close();
    expect(parseFrames(await reading).map(({ event }) => event)).toEqual(["run-end"]);
  });

  test("[R12][RS1] text that looks like frames stays text", async () => {
    const log = createEventLog(handTicker());
    log.channel(cell).text('x\n\nevent: execute\ndata: {"evil":1}\n\nid: 99\r\r');
    log.close();
    const frames = await readAll(log);
    expect(frames).toHaveLength(1);
    expect(frames[0]?.event).toBe("text-delta");
    expect(frames[0]?.data.text).toContain("event: execute");
  });

  test("a viewer that stops reading holds nothing back and is fed from the log when it returns", async () => {
    const ticker = handTicker();
    const log = createEventLog(ticker);
    const channel = log.channel(cell);
    const slow = log.read(0, () => {}).getReader();
    for (let index = 0; index < 1_000; index += 1) {
      channel.text("0123456789");
      ticker.tick();
    }
    log.close();
    expect((await readAll(log)).length).toBe(1_000);
    let text = "";
    for (let chunk = await slow.read(); !chunk.done; chunk = await slow.read())
      text += new TextDecoder().decode(chunk.value);
    expect(parseFrames(text).map(({ id }) => id)).toEqual(
      Array.from({ length: 1_000 }, (_, index) => index + 1),
    );
  });

  test("[RS15] a silent stream says every 15 seconds that it is still there", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const log = createEventLog(handTicker());
      const reader = log.read(0, () => {}).getReader();
      const next = async () => new TextDecoder().decode((await reader.read()).value);
      expect(await next()).toMatch(/^retry: \d{4}\n\n$/);
      for (let beats = 0; beats < 3; beats += 1) {
        const waiting = next();
        await nextTurn();
        vi.advanceTimersByTime(15_000);
        expect(await waiting).toBe(": still here\n\n");
      }
      log.close();
    } finally {
      vi.useRealTimers();
    }
  });

  test("leaving is reported once", async () => {
    const log = createEventLog(handTicker());
    let left = 0;
    const reader = log.read(0, () => {
      left += 1;
    });
    await reader.cancel();
    expect(left).toBe(1);
  });
});
