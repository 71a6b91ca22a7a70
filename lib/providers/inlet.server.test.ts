import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import { Agent } from "undici";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openaiChat } from "./openai-chat.server.ts";
import { type RawResponse, sendRaw } from "./raw-response.server.ts";
import type { Clocks, CompletionRequest, Connection } from "./types.ts";

const MB = 1024 * 1024;
const CLOCKS: Clocks = { headersMs: 5_000, firstTokenMs: 5_000, idleMs: 600_000, totalMs: 60_000 };

let reply: (response: ServerResponse, request: IncomingMessage) => void;
let origin: string;
const agent = new Agent();
const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => reply(response, request));
});

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function sends(encoding: string, body: Buffer, type = "text/event-stream"): void {
  reply = (response) => {
    response.writeHead(200, { "content-type": type, "content-encoding": encoding });
    response.end(body);
  };
}

const connection = (): Connection => ({
  baseUrl: `${origin}/v1`,
  apiKey: "sk-test",
  allowedHosts: [new URL(origin).host],
});

async function complete(over: Partial<CompletionRequest> = {}, onText: () => void = () => undefined) {
  let text = "";
  const signal = new AbortController().signal;
  const messages = [{ role: "user" as const, content: "Hello." }];
  const completion = await openaiChat.complete(
    connection(),
    { model: "m", messages, params: {}, signal, clocks: CLOCKS, ...over },
    {
      text(delta) {
        text += delta;
        onText();
      },
      thinking: () => undefined,
    },
  );
  return { ...completion, text };
}

const frame = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
const END = `data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n`;
const EMPTY_FRAME = 'data: {"choices":[]}\n\n';
const EMPTY_FRAMES = Math.floor((60 * MB) / EMPTY_FRAME.length);
/** Under a kilobyte on the wire. */
const bomb = brotliCompressSync(frame("Hi.") + EMPTY_FRAME.repeat(EMPTY_FRAMES), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
});

/** How many frames were read since; an answer that nothing stops has `EMPTY_FRAMES`. */
function countFrames(): () => number {
  const parse = vi.spyOn(JSON, "parse");
  return () => parse.mock.calls.length;
}

describe("a small body that unpacks to a very large one", () => {
  test("[R35] a stop ends it at once, though the socket has brought everything", async () => {
    sends("br", bomb);
    const stopping = new AbortController();
    let framesRead = () => 0;
    const { ending, text } = await complete({ signal: stopping.signal }, () => {
      // Later than now: by then the wire has nothing more to bring.
      setTimeout(() => {
        framesRead = countFrames();
        stopping.abort();
      });
    });
    expect({ ending, text }).toEqual({ ending: "stopped", text: "Hi." });
    expect(framesRead()).toBeLessThan(2_000);
  });

  test("[R28] the total clock ends it", async () => {
    sends("br", bomb);
    const framesRead = countFrames();
    const { ending, text } = await complete({}, () => {
      const real = performance.now.bind(performance);
      vi.spyOn(performance, "now").mockImplementation(() => real() + CLOCKS.totalMs);
    });
    expect({ ending, text }).toEqual({ ending: "interrupted", text: "Hi." });
    expect(framesRead()).toBeLessThan(EMPTY_FRAMES / 2);
  });

  test("[R33] 64 MB unpacked are the most that is read", async () => {
    sends("gzip", gzipSync(Buffer.alloc(65 * MB, ": nothing\n\n"), { level: 1 }));
    await expect(complete()).rejects.toMatchObject({ code: "malformed" });
  });

  test("[R33] an answer that is read whole is refused over its bound, not cut there", async () => {
    const list = (bytes: number) => JSON.stringify({ data: [{ id: "m" }], more: "x".repeat(bytes) });
    const listed = () => openaiChat.listModels(connection(), new AbortController().signal);
    sends("gzip", gzipSync(list(7 * MB)), "application/json");
    expect(await listed()).toEqual([{ id: "m" }]);
    sends("gzip", gzipSync(list(9 * MB)), "application/json");
    await expect(listed()).rejects.toMatchObject({ code: "malformed" });
    sends("gzip", gzipSync(`${JSON.stringify([{ id: "m" }])}${" ".repeat(9 * MB)}`), "application/json");
    await expect(listed()).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("[R30] a body that was compressed though nobody asked", () => {
  test.each<[string, (body: string) => Buffer]>([
    ["gzip", gzipSync],
    ["x-gzip", gzipSync],
    [" GZIP ", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["identity", Buffer.from],
  ])("%s is read", async (encoding, pack) => {
    sends(encoding, pack(frame("Hello.") + END));
    expect(await complete()).toMatchObject({ ending: "complete", text: "Hello." });
  });

  test.each<[string, string, Buffer]>([
    ["in a way that nobody reads", "zstd", Buffer.from(frame("Hello.") + END)],
    ["twice", "gzip, gzip", gzipSync(gzipSync(frame("Hello.") + END))],
    ["and is not what it says", "gzip", Buffer.from(frame("Hello.") + END)],
  ])("%s is malformed", async (_name, encoding, body) => {
    sends(encoding, body);
    await expect(complete()).rejects.toMatchObject({ code: "malformed" });
  });

  test("[R29] and was cut is interrupted, with what had been read", async () => {
    const packed = gzipSync(frame("Hello.") + END);
    sends("gzip", packed.subarray(0, -9));
    const { ending, text } = await complete();
    expect({ ending, text }).toEqual({ ending: "interrupted", text: "Hello." });
  });
});

describe("a reader that pauses", () => {
  async function open(): Promise<{ response: RawResponse; cancel(reason: Error): void }> {
    const { response, cancel } = sendRaw(agent, { origin, path: "/", method: "GET" });
    return { response: await response, cancel };
  }

  test.each(["gzip", "identity"])("%s: gets nothing until it resumes, then everything", async (encoding) => {
    const body = randomBytes(2 * MB);
    sends(encoding, encoding === "gzip" ? gzipSync(body) : body);
    const { response } = await open();
    const chunks: Uint8Array[] = [];
    const ended = Promise.withResolvers<void>();
    let paused = Promise.withResolvers<void>();
    response.read({
      data(bytes) {
        chunks.push(bytes);
        response.pause();
        paused.resolve();
      },
      end: ended.resolve,
      error: ended.reject,
    });
    for (let round = 0; round < 5; round += 1) {
      await paused.promise;
      const taken = chunks.length;
      for (let turn = 0; turn < 50; turn += 1) await nextTurn();
      expect(chunks.length).toBe(taken);
      paused = Promise.withResolvers();
      response.resume();
    }
    const resuming = setInterval(() => response.resume());
    await ended.promise;
    clearInterval(resuming);
    expect(Buffer.concat(chunks).equals(body)).toBe(true);
  });

  test.each(["gzip", "identity"])(
    "%s: cancelled while it pauses, it gets the reason and no more",
    async (encoding) => {
      const body = randomBytes(2 * MB);
      sends(encoding, encoding === "gzip" ? gzipSync(body) : body);
      const { response, cancel } = await open();
      const reason = new Error("enough");
      const failed = Promise.withResolvers<Error>();
      let pieces = 0;
      response.read({
        data() {
          pieces += 1;
          response.pause();
          setImmediate(() => cancel(reason));
        },
        end: () => failed.reject(new Error("it ended")),
        error: failed.resolve,
      });
      expect(await failed.promise).toBe(reason);
      response.resume();
      for (let turn = 0; turn < 50; turn += 1) await nextTurn();
      expect(pieces).toBe(1);
    },
  );
});
