import { z } from "zod";
import { createSseDecoder, type SseEvent } from "#lib/base/sse-decode.ts";
import type { RunEvent } from "./events.ts";
import { parseRunEvent } from "./parse-event.ts";

/** Why the server did not do what was asked, as it worded it for a person. */
export interface RunProblem {
  code: string;
  message: string;
  /** Path of the field it belongs to, such as `variants.1.prompt.task`. */
  field?: string;
  requestId?: string;
}

/** A run as it is asked for. The same bytes under the same key are the same run, however often they are sent. */
export interface Submission {
  /** A RunRequest as JSON. */
  body: string;
  idempotencyKey: string;
}

export interface RunWatcher {
  /** Every event once, in order. */
  onEvent(event: RunEvent): void;
  onConnection(state: "open" | "lost"): void;
}

/** How watching came to its end: `left` when the page itself stopped looking. */
export type WatchOutcome =
  | { kind: "ended" }
  | { kind: "left" }
  | { kind: "refused"; problem: RunProblem }
  | { kind: "lost" };

export interface WatchOptions {
  signal: AbortSignal;
  fetch?: typeof fetch;
  /** Waits before the next try, ms; resolves early when there is reason to hope. */
  pause?: (delayMs: number, signal: AbortSignal) => Promise<void>;
  random?: () => number;
}

/** Tries in a row without one event before the connection counts as lost. */
const TRIES = 10;
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 8_000;

/**
 * Starts a run and watches it to its end, across dropped connections. One idempotency key a submit:
 * a request that is sent again because its answer got lost joins the first run instead of paying twice.
 */
export function startRun(
  submission: Submission,
  watcher: RunWatcher,
  options: WatchOptions,
): Promise<WatchOutcome> {
  return watch(null, submission, watcher, options);
}

/** Watches a run that already goes on, from its first event. */
export function followRun(runId: string, watcher: RunWatcher, options: WatchOptions): Promise<WatchOutcome> {
  return watch(runId, null, watcher, options);
}

/** Stops paying for a run, at once. True when the server has heard it. */
export async function stopRun(runId: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/runs/${encodeURIComponent(runId)}/stop`, { method: "POST" });
    return response.ok;
  } catch {
    return false;
  }
}

async function watch(
  knownRunId: string | null,
  submission: Submission | null,
  watcher: RunWatcher,
  options: WatchOptions,
): Promise<WatchOutcome> {
  const { signal, fetch: send = fetch, pause = pauseUntilOnline, random = Math.random } = options;
  let runId = knownRunId;
  let lastId = 0;
  let ended = false;
  let failures = 0;

  const ask = (): Promise<Response> => {
    if (runId === null && submission !== null) {
      return send("/api/runs", {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": submission.idempotencyKey },
        body: submission.body,
        signal,
      });
    }
    return send(`/api/runs/${encodeURIComponent(runId ?? "")}/events`, {
      headers: lastId > 0 ? { "Last-Event-ID": String(lastId) } : {},
      cache: "no-store",
      signal,
    });
  };
  const take = (frame: { id: string; event: string; data: string }): void => {
    const id = Number(frame.id);
    // What came before the cut may come again; each event counts once.
    if (!Number.isSafeInteger(id) || id <= lastId) return;
    const event = parseRunEvent(frame.event, frame.data);
    lastId = id;
    failures = 0;
    if (event === null) return;
    if (event.type === "run-start") runId = event.data.runId;
    if (event.type === "run-end") ended = true;
    watcher.onEvent(event);
  };

  while (!signal.aborted) {
    try {
      const response = await ask();
      if (!response.ok) {
        const worthAnotherTry = runId !== null && response.status >= 500;
        if (!worthAnotherTry) return { kind: "refused", problem: await readProblem(response) };
      } else if (response.body !== null) {
        watcher.onConnection("open");
        await readFrames(response.body, take, () => ended);
        if (ended) return { kind: "ended" };
      }
    } catch {
      // Offline, reset or closed by a proxy: all of them are worth asking again.
    }
    if (ended) return { kind: "ended" };
    if (signal.aborted) break;
    watcher.onConnection("lost");
    failures += 1;
    if (failures >= TRIES) return { kind: "lost" };
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
    await pause(longest * (0.5 + random() / 2), signal);
  }
  return { kind: "left" };
}

/** Reads until the stream ends, or until the run has told its end, whatever the connection does after that. */
async function readFrames(
  body: ReadableStream<Uint8Array>,
  take: (frame: SseEvent) => void,
  ended: () => boolean,
): Promise<void> {
  const reader = body.getReader();
  const decoder = createSseDecoder(take);
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      decoder.push(chunk.value);
      if (ended()) return;
    }
  } finally {
    // A browser has few connections a host: one that nobody reads any more is given back.
    reader.cancel().catch(() => undefined);
  }
}

const problemSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    field: z.string().optional(),
    requestId: z.string().optional(),
  }),
});

async function readProblem(response: Response): Promise<RunProblem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data.error;
  return {
    code: "internal",
    message: `The server answered ${response.status} without saying why. Your text is kept; try again in a moment.`,
  };
}

/** Sleeps, but wakes when the browser says that the network is back. */
function pauseUntilOnline(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      removeEventListener("online", wake);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, delayMs);
    addEventListener("online", wake);
    signal.addEventListener("abort", wake);
  });
}
