import "server-only";
import { sseFrame } from "#lib/base/sse-encode.ts";
import type { RunArchive } from "./archive.ts";
import { eventOf } from "./ended-samples.ts";
import type { RunEvent } from "./events.ts";
import { retryLine } from "./log-readers.server.ts";

const POLL_MS = 500;
const HEARTBEAT_MS = 15_000;
/** How often it is written down that somebody watches, ms. */
export const NOTE_VIEWER_MS = 2_000;

interface ArchivedStream {
  archive: RunArchive;
  ownerId: string;
  runId: string;
  /** The last event that the viewer has. */
  afterId: number;
  /** Aborted when this server ends: the stream then ends without a run-end, and the viewer comes back. */
  closing: AbortSignal;
  pollMs?: number;
}

/**
 * The stream of a run that is not in this process, made from what is kept: its beginning, its ends, and its
 * end when it is over. While another process works on it, the archive is asked again twice a second.
 */
export function archivedStream(options: ArchivedStream): ReadableStream<Uint8Array> {
  const { archive, ownerId, runId, afterId, closing, pollMs = POLL_MS } = options;
  const encoder = new TextEncoder();
  const left = new AbortController();
  const over = AbortSignal.any([left.signal, closing]);
  let lastId = afterId;
  let notedAtMs = 0;

  const frame = (id: number, event: RunEvent) => sseFrame(id, event.type, JSON.stringify(event.data));
  /** The process that works on the run would stop it for want of viewers. */
  const noteViewer = async () => {
    const nowMs = Date.now();
    if (nowMs - notedAtMs < NOTE_VIEWER_MS) return;
    notedAtMs = nowMs;
    await archive.noteViewer(ownerId, runId, nowMs);
  };
  /** What is new, and whether that was all. */
  const look = async (): Promise<{ text: string; done: boolean }> => {
    const found = await archive.endsAfter(ownerId, runId, lastId);
    // Deleted meanwhile: there is nothing to wait for.
    if (found === null) return { text: "", done: true };
    const frames: string[] = [];
    if (lastId === 0) frames.push(frame(1, { type: "run-start", data: { runId, total: found.total } }));
    lastId = Math.max(lastId, 1);
    for (const { eventId, ended } of found.ends) {
      frames.push(frame(eventId, eventOf(ended)));
      lastId = Math.max(lastId, eventId);
    }
    if (found.status === "running") {
      await noteViewer();
      return { text: frames.join(""), done: false };
    }
    const data = { runId, status: found.status, costUsd: found.costUsd };
    frames.push(frame(lastId + 1, { type: "run-end", data }));
    return { text: frames.join(""), done: true };
  };

  return new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(retryLine());
      const write = (text: string) => {
        if (text !== "" && !left.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => write(": still here\n\n"), HEARTBEAT_MS);
      void (async () => {
        try {
          for (let done = false; !done && !over.aborted; ) {
            const news = await look();
            write(news.text);
            done = news.done;
            if (!done) await pause(pollMs, over);
          }
          if (!left.signal.aborted) controller.close();
        } catch (error) {
          if (!left.signal.aborted) controller.error(error);
        } finally {
          clearInterval(heartbeat);
        }
      })();
    },
    cancel() {
      left.abort();
    },
  });
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, delayMs);
    signal.addEventListener("abort", wake, { once: true });
  });
}
