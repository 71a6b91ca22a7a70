import "server-only";
import { sseFrame } from "#lib/base/sse-encode.ts";
import type { RunEvent, SampleKey } from "./events.ts";
import type { Ticker } from "./ticker.server.ts";

/**
 * Everything a run has told, in order, as ready-made frames; event n has id n. Viewers read from it at
 * their own pace, so a reconnect is a read from another place and a slow reader costs no memory of its own.
 * Deltas are gathered and become one frame a sample and tick; any other event flushes them first.
 */
export interface EventLog {
  append(event: RunEvent): void;
  /** A channel for one sample's deltas; its key is encoded once. */
  channel(key: SampleKey): DeltaChannel;
  /** A stream of frames after the given id, live until the log is closed. `onLeave` runs when the reader goes. */
  read(afterId: number, onLeave: () => void): ReadableStream<Uint8Array>;
  close(): void;
  /** Characters held, for the hub's memory bound. */
  readonly size: number;
}

export interface DeltaChannel {
  text(delta: string): void;
  thinking(delta: string): void;
}

interface Reader {
  /** Frames this reader has been given. */
  cursor: number;
  controller: ReadableStreamDefaultController<Uint8Array>;
  open: boolean;
}

interface Pending {
  keyJson: string;
  text: string;
  thinking: string;
  /** The first delta goes out at once: it is what the person waits for. */
  started: boolean;
}

const encoder = new TextEncoder();
const HEARTBEAT_MS = 15_000;
const HEARTBEAT = encoder.encode(": still here\n\n");
/** Each reader comes back after its own time, so that a restart is not a stampede, ms. */
const retryLine = () => encoder.encode(`retry: ${1_000 + Math.floor(Math.random() * 4_000)}\n\n`);

export function createEventLog(ticker: Ticker): EventLog {
  const frames: string[] = [];
  const readers = new Set<Reader>();
  const pending = new Set<Pending>();
  let size = 0;
  let closed = false;
  let flushedAtMs = 0;
  let heartbeat: NodeJS.Timeout | null = null;

  const push = (event: string, json: string) => {
    const frame = sseFrame(frames.length + 1, event, json);
    frames.push(frame);
    size += frame.length;
  };
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
  /** Gives every waiting reader what is new; those at the same place share one encoding. */
  const deliver = () => {
    let from = -1;
    let bytes = new Uint8Array();
    for (const reader of readers) {
      if (reader.cursor === frames.length || (reader.controller.desiredSize ?? 0) <= 0) continue;
      if (from !== reader.cursor) {
        from = reader.cursor;
        bytes = encodeFrom(from);
      }
      reader.cursor = frames.length;
      reader.controller.enqueue(bytes);
    }
  };
  const encodeFrom = (cursor: number): Uint8Array<ArrayBuffer> =>
    encoder.encode(cursor + 1 === frames.length ? frames[cursor] : frames.slice(cursor).join(""));
  const flush = () => {
    flushedAtMs = performance.now();
    flushDeltas();
    deliver();
  };
  const finishIfDrained = (reader: Reader) => {
    if (!closed || !reader.open || reader.cursor < frames.length) return;
    reader.open = false;
    readers.delete(reader);
    reader.controller.close();
  };
  const beat = () => {
    for (const reader of readers) {
      if ((reader.controller.desiredSize ?? 0) > 0) reader.controller.enqueue(HEARTBEAT);
    }
    heartbeat = readers.size > 0 ? setTimeout(beat, HEARTBEAT_MS) : null;
  };

  return {
    get size() {
      return size;
    },
    append(event) {
      flushDeltas();
      push(event.type, JSON.stringify(event.data));
      deliver();
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
    read(afterId, onLeave) {
      let reader: Reader;
      return new ReadableStream<Uint8Array>({
        start(controller) {
          reader = { cursor: Math.max(0, Math.min(afterId, frames.length)), controller, open: true };
          readers.add(reader);
          controller.enqueue(retryLine());
          if (heartbeat === null) heartbeat = setTimeout(beat, HEARTBEAT_MS);
        },
        pull(controller) {
          if (reader.cursor < frames.length) {
            const bytes = encodeFrom(reader.cursor);
            reader.cursor = frames.length;
            controller.enqueue(bytes);
          }
          finishIfDrained(reader);
        },
        cancel() {
          reader.open = false;
          readers.delete(reader);
          onLeave();
        },
      });
    },
    close() {
      flush();
      closed = true;
      if (heartbeat !== null) clearTimeout(heartbeat);
      for (const reader of [...readers]) finishIfDrained(reader);
    },
  };
}
