import "server-only";
import { AppError } from "#lib/base/errors.ts";

/** Answers a stream of frames, with the headers that keep proxies and compression from holding it back. */
export function eventStream(frames: ReadableStream<Uint8Array>, cookie: string | null): Response {
  const headers = new Headers({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  if (cookie !== null) headers.append("set-cookie", cookie);
  return new Response(frames, { headers });
}

/** The last event a returning reader has, from the Last-Event-ID header; 0 = none. */
export function lastEventId(request: Request): number {
  const given = request.headers.get("last-event-id");
  if (given === null || given === "") return 0;
  if (/^\d{1,15}$/.test(given)) return Number(given);
  throw new AppError("bad-request", "Last-Event-ID has to be the number of an event.", {
    field: "Last-Event-ID",
  });
}
