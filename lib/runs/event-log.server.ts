import "server-only";
import { sseFrame } from "#lib/base/sse-encode.ts";
import type { RunEvent, SampleKey } from "./events.ts";
import { createReaders } from "./log-readers.server.ts";
import type { Ticker } from "./ticker.server.ts";

/**
 * Everything a run has told, in order, as ready-made frames. Viewers read from it at their own pace, so a
 * reconnect is a read from another place and a slow reader costs no memory of its own.
 * Deltas are gathered and become one frame a sample and tick; any other event flushes them first.
 */
export interface EventLog {
  append(event: RunEvent): void;
  /** Takes the next place for an event that is still to be made durable. Nothing after it is told before it. */
  reserve(): Place;
  /** A channel for one sample's deltas; its key is encoded once. */
  channel(key: SampleKey): DeltaChannel;
  /** A stream of frames after the given id, live until the log is closed. `onLeave` runs when the reader goes. */
  read(afterId: number, onLeave: () => void): ReadableStream<Uint8Array>;
  close(): void;
  /** Ends the readers' streams now, although the run goes on: they come back to the next process. */
  dismiss(): void;
  /** Characters held, for the hub's memory bound. */
  readonly size: number;
}

export interface Place {
  id: number;
  fill(event: RunEvent): void;
}

export interface DeltaChannel {
  text(delta: string): void;
  thinking(delta: string): void;
}

/** What an earlier part of the same run had told: event n of this log has the id `base` + n, after these. */
export interface Replay {
  base: number;
  /** With ascending ids, none over `base`. */
  events: readonly { id: number; event: RunEvent }[];
}

interface Pending {
  keyJson: string;
  text: string;
  thinking: string;
  /** The first delta goes out at once: it is what the person waits for. */
  started: boolean;
}

export function createEventLog(ticker: Ticker, replay: Replay = { base: 0, events: [] }): EventLog {
  const frames = replay.events.map(({ id, event }) => sseFrame(id, event.type, JSON.stringify(event.data)));
  const replayed = frames.length;
  /** Places that are taken and not filled yet, in their order. */
  const holes = new Set<number>();
  const pending = new Set<Pending>();
  let size = frames.reduce((sum, frame) => sum + frame.length, 0);
  let flushedAtMs = 0;

  /** How many frames may be told. */
  const told = (): number => {
    const [firstHole = frames.length] = holes;
    return firstHole;
  };
  const readers = createReaders(frames, told);
  const idAt = (index: number): number => replay.base + index - replayed + 1;
  const put = (index: number, event: string, json: string) => {
    const frame = sseFrame(idAt(index), event, json);
    frames[index] = frame;
    size += frame.length;
  };
  const push = (event: string, json: string) => put(frames.length, event, json);
  const flushDeltas = () => {
    for (const channel of pending) {
      if (channel.thinking !== "") {
        push("thinking-delta", `${channel.keyJson}${JSON.stringify(channel.thinking)}}`);
        channel.thinking = "";
      }
      if (channel.text !== "") {
        push("text-delta", `${channel.keyJson}${JSON.stringify(channel.text)}}`);
        channel.text = "";
      }
    }
    pending.clear();
  };
  const flush = () => {
    flushedAtMs = performance.now();
    flushDeltas();
    readers.deliver();
  };
  /** How many frames a reader with this id has had. */
  const cursorAfter = (id: number): number => {
    if (id > replay.base) return Math.min(replayed + id - replay.base, frames.length);
    return replay.events.filter((event) => event.id <= id).length;
  };

  return {
    get size() {
      return size;
    },
    append(event) {
      flushDeltas();
      push(event.type, JSON.stringify(event.data));
      readers.deliver();
    },
    reserve() {
      flushDeltas();
      const index = frames.length;
      frames.push("");
      holes.add(index);
      return {
        id: idAt(index),
        fill(event) {
          put(index, event.type, JSON.stringify(event.data));
          holes.delete(index);
          readers.deliver();
        },
      };
    },
    channel({ variant, case: caseId, sample }) {
      const keyJson = `${JSON.stringify({ variant, case: caseId, sample }).slice(0, -1)},"text":`;
      const channel: Pending = { keyJson, text: "", thinking: "", started: false };
      const arrived = () => {
        pending.add(channel);
        if (channel.started) return ticker.soon(flush, flushedAtMs);
        channel.started = true;
        flush();
      };
      return {
        text(delta) {
          channel.text += delta;
          arrived();
        },
        thinking(delta) {
          channel.thinking += delta;
          arrived();
        },
      };
    },
    read: (afterId, onLeave) => readers.read(cursorAfter(afterId), onLeave),
    close() {
      flush();
      readers.close();
    },
    dismiss: () => readers.dismiss(),
  };
}
