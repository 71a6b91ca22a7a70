import "server-only";
import { AppError } from "#lib/base/errors.ts";
import { describeError, log } from "#lib/log.server.ts";

/** Proxies take a connection on which nothing comes for a minute for dead. */
const HEARTBEAT_MS = 15_000;

/**
 * Answers JSON that takes its time: until it is there, a line break comes now and then, which JSON allows before a
 * value. What fails after the status has been sent comes as the usual error body.
 */
export function slowJson(answer: Promise<unknown>, cookie: string | null): Response {
  const encoder = new TextEncoder();
  let hasReader = true;
  let heartbeat: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      const write = (text: string) => {
        if (hasReader) stream.enqueue(encoder.encode(text));
      };
      // The headers leave with the first bytes.
      write("\n");
      heartbeat = setInterval(() => write("\n"), HEARTBEAT_MS);
      void answer
        .then((value) => JSON.stringify(value), errorJson)
        .then((json) => {
          clearInterval(heartbeat);
          write(json);
          if (hasReader) stream.close();
        });
    },
    cancel() {
      hasReader = false;
      clearInterval(heartbeat);
    },
  });
  const headers = new Headers({
    "content-type": "application/json",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  if (cookie !== null) headers.append("set-cookie", cookie);
  return new Response(body, { headers });
}

function errorJson(error: unknown): string {
  if (error instanceof AppError) {
    return JSON.stringify({ error: { code: error.code, message: error.message } });
  }
  log.error({ error: describeError(error) }, "an answer could not be made");
  return JSON.stringify({
    error: { code: "internal", message: "Something went wrong on our side. Try again." },
  });
}
