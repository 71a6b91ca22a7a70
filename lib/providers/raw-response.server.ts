import "server-only";
import { constants, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Dispatcher } from "undici";

export interface BodyReader {
  data(bytes: Uint8Array): void;
  end(): void;
  error(error: unknown): void;
}

/** A response whose body is pushed to one reader. It stands still until `read` is called. */
export interface RawResponse {
  status: number;
  headers: Headers;
  read(reader: BodyReader): void;
  /** From inside `data`: nothing more is taken from the socket until `resume`. */
  pause(): void;
  resume(): void;
}

export interface Sending {
  response: Promise<RawResponse>;
  /** Closes the socket at once, before or after the headers. The promise or the reader gets the reason. */
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
  let cancelled: Error | null = null;
  let failed: Error | null = null;
  let over = false;

  function fail(error: Error): void {
    if (over) return;
    over = true;
    failed = cancelled ?? error;
    reject(failed);
    reader?.error(failed);
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
          reader = decoding(headers.get("content-encoding"), next);
          if (failed === null) started.resume();
          else reader.error(failed);
        },
        pause: () => started.pause(),
        resume: () => started.resume(),
      });
    },
    onResponseData(_started, bytes) {
      reader?.data(bytes);
    },
    onResponseEnd() {
      if (over) return;
      over = true;
      reader?.end();
    },
    onResponseError: (_started, error) => fail(error),
  });

  return {
    response,
    cancel(reason) {
      if (over || cancelled !== null) return;
      cancelled = reason;
      // A request that still waits for its connection has no controller yet: it ends when it would start.
      controller?.abort(reason);
      fail(reason);
    },
  };
}

function toHeaders(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  }
  return headers;
}

/** We ask for no compression; a gateway may compress all the same. */
function decoding(encoding: string | null, reader: BodyReader): BodyReader {
  const unpack = decompressor(encoding);
  if (unpack === null) return reader;
  unpack.on("data", (bytes: Buffer) => reader.data(bytes));
  unpack.on("end", () => reader.end());
  unpack.on("error", (error) => reader.error(error));
  return {
    data: (bytes) => void unpack.write(bytes),
    end: () => void unpack.end(),
    error: (error) => void unpack.destroy(error instanceof Error ? error : new Error("the connection broke")),
  };
}

function decompressor(encoding: string | null) {
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip({ flush: constants.Z_SYNC_FLUSH });
    case "deflate":
      return createInflate({ flush: constants.Z_SYNC_FLUSH });
    case "br":
      return createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH });
    default:
      return null;
  }
}
