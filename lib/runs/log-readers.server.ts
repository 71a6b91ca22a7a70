import "server-only";

/** Who reads a list of frames, each from a place of its own. */
export interface Readers {
  /** Gives every waiting reader what is new. */
  deliver(): void;
  read(cursor: number, onLeave: () => void): ReadableStream<Uint8Array>;
  /** No frame comes any more: each stream ends when its reader has had them all. */
  close(): void;
  /** Ends every stream now. */
  dismiss(): void;
}

interface Reader {
  /** Frames this reader has been given. */
  cursor: number;
  controller: ReadableStreamDefaultController<Uint8Array>;
  open: boolean;
}

const encoder = new TextEncoder();
const HEARTBEAT_MS = 15_000;
/** A comment that keeps an idle stream open. */
const HEARTBEAT = encoder.encode(": still here\n\n");
const FAREWELL = encoder.encode(": this server restarts, come back in a moment\n\n");

/** Each reader comes back after its own time, so that a restart is not a stampede, ms. */
export function retryLine(): Uint8Array {
  return encoder.encode(`retry: ${1_000 + Math.floor(Math.random() * 4_000)}\n\n`);
}

/** Readers of `frames`, which grows; of them the first `told()` may be given out. */
export function createReaders(frames: readonly string[], told: () => number): Readers {
  const readers = new Set<Reader>();
  let closed = false;
  let heartbeat: NodeJS.Timeout | null = null;

  const encodeFrom = (cursor: number, end: number): Uint8Array<ArrayBuffer> =>
    encoder.encode(cursor + 1 === end ? frames[cursor] : frames.slice(cursor, end).join(""));
  const end = (reader: Reader) => {
    reader.open = false;
    readers.delete(reader);
    reader.controller.close();
  };
  const finishIfDrained = (reader: Reader) => {
    if (closed && reader.open && reader.cursor >= frames.length) end(reader);
  };
  const beat = () => {
    for (const reader of readers) {
      if ((reader.controller.desiredSize ?? 0) > 0) reader.controller.enqueue(HEARTBEAT);
    }
    heartbeat = readers.size > 0 ? setTimeout(beat, HEARTBEAT_MS) : null;
  };

  return {
    deliver() {
      const until = told();
      let from = -1;
      let bytes = new Uint8Array();
      for (const reader of readers) {
        if (reader.cursor >= until || (reader.controller.desiredSize ?? 0) <= 0) continue;
        // Those at the same place share one encoding.
        if (from !== reader.cursor) {
          from = reader.cursor;
          bytes = encodeFrom(from, until);
        }
        reader.cursor = until;
        reader.controller.enqueue(bytes);
      }
    },
    read(cursor, onLeave) {
      let reader: Reader;
      return new ReadableStream<Uint8Array>({
        start(controller) {
          reader = { cursor: Math.max(0, cursor), controller, open: true };
          readers.add(reader);
          controller.enqueue(retryLine());
          if (heartbeat === null) heartbeat = setTimeout(beat, HEARTBEAT_MS);
        },
        pull(controller) {
          const until = told();
          if (reader.cursor < until) {
            const bytes = encodeFrom(reader.cursor, until);
            reader.cursor = until;
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
      closed = true;
      if (heartbeat !== null) clearTimeout(heartbeat);
      for (const reader of [...readers]) finishIfDrained(reader);
    },
    dismiss() {
      for (const reader of [...readers]) {
        reader.controller.enqueue(FAREWELL);
        reader.controller.enqueue(retryLine());
        end(reader);
      }
    },
  };
}
