import "server-only";
import { classifyRefusal, failure } from "./classify.ts";
import { checkAddress, guardedAgent } from "./endpoint-guard.server.ts";
import { ProviderError } from "./errors.ts";
import { type RawResponse, type Sending, sendRaw } from "./raw-response.server.ts";
import type { Connection } from "./types.ts";

/** Bound of an answer that is read whole: an error, a list of models. */
const WHOLE_BODY_BYTES = 8 * 1024 * 1024;

/** How long the rest of a finished answer may take, ms. */
const RELEASE_MS = 1_000;

/** The SDKs always set a timer of their own; ours run out first. */
export const NO_SDK_TIMEOUT_MS = 24 * 60 * 60 * 1_000;

/** What goes out. The SDKs add headers about the machine, and take more from the environment: not ours to send. */
const SENT_HEADERS: ReadonlySet<string> = new Set([
  "accept",
  "anthropic-version",
  "content-type",
  "user-agent",
]);

/** One HTTP call: the `fetch` that an SDK is given, and what it left for us. */
export interface Exchange {
  fetch(input: unknown, init?: RequestInit): Promise<Response>;
  /** The body of a 2xx answer, once `fetch` has resolved with one. Only when opened as "stream". */
  stream(): RawResponse | null;
  /** Closes the socket at once, whatever it is doing. */
  cancel(reason: Error): void;
  /** After the end that counts: gives the rest of the body a moment, so that the connection can be used again. */
  release(): void;
}

/**
 * Opens one call to a connection. A redirect is an error, whatever it points at. For "stream" a 2xx body is
 * not part of the `Response`: it stays here, untouched by web streams. Everything else is read whole and
 * becomes an ordinary `Response`, so that the SDK's own error classes come out.
 * The SDK's signal and timeout are not listened to: the caller cancels, by its own clocks.
 */
export function openExchange(connection: Connection, kind: "stream" | "whole"): Exchange {
  let sending: Sending | null = null;
  let body: RawResponse | null = null;
  let cancelled: Error | null = null;

  const cancel = (reason: Error): void => {
    cancelled ??= reason;
    sending?.cancel(reason);
  };

  return {
    stream: () => body,
    cancel,
    release() {
      body?.resume();
      setTimeout(() => cancel(new Error("released")), RELEASE_MS).unref();
    },
    async fetch(input, init = {}) {
      if (cancelled !== null) throw cancelled;
      const url = checkAddress(String(input), connection.allowedHosts);
      sending = sendRaw(guardedAgent(connection.allowedHosts), {
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: init.method === "POST" ? "POST" : "GET",
        headers: sentHeaders(new Headers(init.headers), connection.apiKey),
        body: typeof init.body === "string" ? init.body : null,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      const response = await sending.response;
      const { status, headers } = response;
      if (status >= 300 && status < 400) throw ended(sending, failure("redirected", { status }));
      if (status < 300 && isWebPage(headers)) throw ended(sending, failure("not-an-api", { status }));
      if (status < 300 && kind === "stream") {
        body = response;
        return new Response(null, { status: 200, headers });
      }
      const text = await readWhole(response, sending);
      headers.delete("content-encoding");
      headers.delete("content-length");
      return new Response(text, { status, headers });
    },
  };
}

/** A key that no header can carry was mistyped. Without one an SDK gets a word in its place, which is never sent. */
export function sdkKey(connection: Connection): string {
  if (connection.apiKey === null) return "none";
  if (!/^[\x21-\x7e]+$/.test(connection.apiKey)) throw failure("wrong-key");
  return connection.apiKey;
}

/** The error of ours that an SDK wrapped, or a general one for what the network did. */
export function networkFailure(error: unknown): ProviderError {
  let at = error;
  for (let depth = 0; depth < 6 && at instanceof Error; depth += 1) {
    if (at instanceof ProviderError) return at;
    const inner =
      at instanceof AggregateError ? at.errors.find((each) => each instanceof ProviderError) : undefined;
    at = inner ?? at.cause;
  }
  return failure("unreachable", { retryable: true });
}

/** An SDK's own class for an answer that is not 2xx. */
type RefusalClass = abstract new (
  ...args: never[]
) => { status: number | undefined; headers: Headers | undefined; error: unknown };

/** Makes one call through an SDK. A refusal that it throws as `refusalClass` becomes ours. */
export async function inOurWords(
  connection: Connection,
  refusalClass: RefusalClass,
  send: () => Promise<Response>,
): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof refusalClass) || error.status === undefined) throw error;
    const headers = new Headers(error.headers);
    throw classifyRefusal({
      status: error.status,
      header: (name) => headers.get(name),
      body: isWebPage(headers) ? undefined : error.error,
      key: connection.apiKey,
      nowMs: Date.now(),
    });
  }
}

function isWebPage(headers: Headers): boolean {
  return /^\s*(?:text\/html|application\/xhtml)/i.test(headers.get("content-type") ?? "");
}

function ended(sending: Sending, error: ProviderError): ProviderError {
  sending.cancel(error);
  return error;
}

/** The credential is written here, whatever the SDK or the environment put in its place. */
function sentHeaders(from: Headers, key: string | null): Record<string, string> {
  const headers: Record<string, string> = { "accept-encoding": "identity" };
  for (const [name, value] of from) {
    if (SENT_HEADERS.has(name)) headers[name] = value;
    else if (key !== null && name === "authorization") headers[name] = `Bearer ${key}`;
    else if (key !== null && name === "x-api-key") headers[name] = key;
  }
  return headers;
}

function readWhole(response: RawResponse, sending: Sending): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    response.read({
      data(chunk) {
        bytes += chunk.length;
        if (bytes > WHOLE_BODY_BYTES) sending.cancel(failure("malformed"));
        else chunks.push(chunk);
      },
      end: () => resolve(Buffer.concat(chunks).toString()),
      error: reject,
    });
  });
}
