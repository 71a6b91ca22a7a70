import "server-only";
import type { Dispatcher } from "undici";
import { type BodyReader, type Inlet, openInlet } from "./inlet.server.ts";

/** A response whose body is pushed to one reader. It stands still until `read` is called. */
export interface RawResponse {
  status: number;
  headers: Headers;
  read(reader: BodyReader): void;
  /** From inside `data`: nothing more reaches the reader until `resume`. */
  pause(): void;
  resume(): void;
}

export interface Sending {
  response: Promise<RawResponse>;
  /**
   * Ends it at once, before or after the headers, also when the socket has brought everything and the reader
   * has not. The promise or the reader gets the reason.
   */
  cancel(reason: Error): void;
}

/**
 * Sends one request and hands the body over without a stream object in between: with hundreds of streams
 * of small frames, a Node or web stream for each costs more than reading the frames does.
 */
export function sendRaw(dispatcher: Dispatcher, options: Dispatcher.DispatchOptions): Sending {
  const { promise: response, resolve, reject } = Promise.withResolvers<RawResponse>();
  // Who cancels may never look at the promise again.
  response.catch(() => undefined);
  let controller: Dispatcher.DispatchController | null = null;
  let reader: BodyReader | null = null;
  let inlet: Inlet | null = null;
  let cancelled: Error | null = null;
  let failed: Error | null = null;
  /** The socket is no longer ours: it may carry another request by now. */
  let arrived = false;
  /** The reader knows how it ended. */
  let over = false;

  function fail(error: Error): void {
    if (over) return;
    over = true;
    failed = cancelled ?? error;
    reject(failed);
    inlet?.close();
    reader?.error(failed);
  }

  function cancel(reason: Error): void {
    if (over || cancelled !== null) return;
    cancelled = reason;
    // A request that still waits for its connection has no controller yet: it ends when it would start.
    if (!arrived) controller?.abort(reason);
    fail(reason);
  }

  function open(encoding: string | null, next: BodyReader, socket: Dispatcher.DispatchController): Inlet {
    return openInlet(encoding, socket, {
      data(bytes) {
        if (!over) next.data(bytes);
      },
      end() {
        if (over) return;
        over = true;
        next.end();
      },
      error: cancel,
    });
  }

  dispatcher.dispatch(options, {
    onRequestStart(started) {
      controller = started;
      if (cancelled !== null) started.abort(cancelled);
    },
    onResponseStart(started, status, rawHeaders) {
      if (status < 200) return;
      started.pause();
      const headers = toHeaders(rawHeaders);
      resolve({
        status,
        headers,
        read(next) {
          if (failed !== null) {
            next.error(failed);
            return;
          }
          reader = next;
          inlet = open(headers.get("content-encoding"), next, started);
          started.resume();
        },
        pause: () => inlet?.pause(),
        resume: () => inlet?.resume(),
      });
    },
    onResponseData(_started, bytes) {
      if (!over) inlet?.data(bytes);
    },
    onResponseEnd() {
      arrived = true;
      if (!over) inlet?.end();
    },
    onResponseError: (_started, error) => fail(error),
  });

  return { response, cancel };
}

function toHeaders(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  }
  return headers;
}
