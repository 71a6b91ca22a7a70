import "server-only";
import { createSseDecoder } from "#lib/base/sse-decode.ts";
import { failure } from "./classify.ts";
import type { ProviderError } from "./errors.ts";
import type { FrameReader, Output } from "./frame-reader.ts";
import type { RawResponse } from "./raw-response.server.ts";
import { networkFailure, openExchange } from "./transport.server.ts";
import type { Completion, CompletionRequest, CompletionSink, Connection } from "./types.ts";
import { startWatch, type Watch } from "./watch.server.ts";

export interface StreamedCall {
  connection: Connection;
  request: CompletionRequest;
  sink: CompletionSink;
  frames: FrameReader;
  /** Makes the call through the SDK, with the given fetch. Rejects with ProviderError for a refusal. */
  send(fetch: typeof globalThis.fetch): Promise<unknown>;
}

class Stopped extends Error {}

/**
 * One streamed completion. The rule of its two outcomes: before any output, whatever goes wrong is thrown as
 * ProviderError; after the first output a cut, a stall and a total that ran out resolve as "interrupted".
 * A frame that is an error or cannot be read is thrown in both cases: the provider said or did something wrong.
 * An aborted signal resolves as "stopped" in both.
 */
export async function streamCompletion(call: StreamedCall): Promise<Completion> {
  const { connection, request, sink, frames, send } = call;
  const { signal } = request;
  const stopped = (): Completion => ({ ending: "stopped", usage: frames.usage() });
  if (signal.aborted) return stopped();

  const exchange = openExchange(connection, "stream");
  const reading: { resume(): void } = { resume: () => undefined };
  const watch = startWatch(
    request.clocks,
    (error) => exchange.cancel(error),
    () => reading.resume(),
  );
  const stop = (): void => exchange.cancel(new Stopped());
  signal.addEventListener("abort", stop, { once: true });
  try {
    await send((input, init) => exchange.fetch(input, init));
    const body = exchange.stream();
    if (body === null) throw failure("malformed");
    watch.headersArrived();
    const completion = await readBody(body, { frames, sink, signal, watch, reading });
    if (completion.ending === "interrupted" && signal.aborted) return stopped();
    exchange.release();
    return completion;
  } catch (error) {
    exchange.cancel(new Stopped());
    if (signal.aborted) return stopped();
    throw networkFailure(error);
  } finally {
    watch.end();
    signal.removeEventListener("abort", stop);
  }
}

interface Reading {
  frames: FrameReader;
  sink: CompletionSink;
  signal: AbortSignal;
  watch: Watch;
  /** Called at every beat of the pulse. */
  reading: { resume(): void };
}

function readBody(body: RawResponse, { frames, sink, signal, watch, reading }: Reading): Promise<Completion> {
  const { promise, resolve, reject } = Promise.withResolvers<Completion>();
  const output: Output = { text: "", thinking: "" };
  let arrived: Uint8Array[] = [];
  let over = false;
  let ended = false;
  let progressed = false;
  let events = 0;
  let wroteText = false;
  let began = false;

  const decoder = createSseDecoder((event) => {
    if (ended) return;
    events += 1;
    const meaning = frames.read(event, output);
    if (meaning === "end") ended = true;
    if (meaning !== "keep-alive") progressed = true;
  });

  /** Everything that one look at the network brought, in one pass and one call of the sink. */
  function takeArrived(): void {
    const chunks = arrived;
    arrived = [];
    if (over) return;
    try {
      for (const chunk of chunks) decoder.push(chunk);
      handOver(ended);
    } catch (error) {
      fail(error instanceof RangeError ? failure("malformed") : error);
      return;
    }
    if (progressed) watch.progress();
    progressed = false;
    if (ended) finish(frames.completion(wroteText));
  }

  function handOver(last: boolean): void {
    const thinking = takeWhole(output, "thinking", last);
    const text = takeWhole(output, "text", last);
    if (signal.aborted || (thinking === "" && text === "")) return;
    if (!began) {
      began = true;
      watch.outputBegan();
    }
    if (thinking !== "") sink.thinking(thinking);
    if (text === "") return;
    wroteText = true;
    sink.text(text);
  }

  function finish(completion: Completion): void {
    over = true;
    resolve(completion);
  }

  /** What came before a bad frame is kept. */
  function fail(error: unknown): void {
    over = true;
    try {
      handOver(true);
    } finally {
      reject(error);
    }
  }

  /** The body ended, by itself or by an error, before the protocol's own end. */
  function broke(cause: () => ProviderError): void {
    takeArrived();
    if (over) return;
    handOver(true);
    if (began) finish({ ending: "interrupted", usage: frames.usage() });
    else fail(cause());
  }

  reading.resume = () => body.resume();
  body.read({
    data(bytes) {
      if (over) return;
      // All that one read of the socket brought comes within one turn: it is taken together, right after.
      if (arrived.push(bytes) === 1) queueMicrotask(takeArrived);
      // Never before the first output. After it, small reads can wait for the beat and come together.
      if (began && endsSmallRead(bytes)) body.pause();
    },
    end: () => broke(() => failure(events === 0 ? "not-an-api" : "unreachable", { retryable: events > 0 })),
    error: (error) => broke(() => networkFailure(error)),
  });
  return promise;
}

/** Takes the text out, but leaves the first half of a surrogate pair: its other half is in the next frame. */
function takeWhole(output: Output, name: keyof Output, last: boolean): string {
  const text = output[name];
  const code = text.charCodeAt(text.length - 1);
  const half = !last && code >= 0xd800 && code <= 0xdbff;
  output[name] = half ? text.slice(-1) : "";
  return half ? text.slice(0, -1) : text;
}

const SMALL_READ_BYTES = 16_384;

/**
 * Whether these are the last bytes of what one read of the socket brought, and that read was small. Pieces
 * are views of the buffer that was read; after the last one at most the line break of its chunk follows.
 * A wrong guess costs time, never text.
 */
function endsSmallRead(bytes: Uint8Array): boolean {
  const { byteLength } = bytes.buffer;
  return byteLength < SMALL_READ_BYTES && bytes.byteOffset + bytes.byteLength + 2 >= byteLength;
}
