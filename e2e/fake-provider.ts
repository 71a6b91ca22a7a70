/**
 * A provider that is not one: real HTTP, the bytes of the real services, faults on demand.
 *
 *   node e2e/fake-provider.ts --port 4010
 *
 * speaks OpenAI chat completions (`POST /v1/chat/completions`) and Anthropic messages (`POST /v1/messages`),
 * and lists models (`GET /v1/models`, `GET /v1/models/{id}`) as the one or the other by the
 * `anthropic-version` header. Base URL for OpenAI: `http://127.0.0.1:4010/v1`; for Anthropic without `/v1`.
 * The model's name is the scenario: `fake/ok`, `fake/stall-after-3` … (all of them: fake-provider/scenarios.ts).
 * Keys: any that starts with `sk-`; one that starts with `sk-wrong` answers 401 and echoes it.
 *
 *   GET  /__fake/log     { calls, openSockets, billUsd }      POST /__fake/reset     forgets them
 *   any  /__fake/trap/…  where redirects lead; what arrives is in the log
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { anthropicDialect } from "./fake-provider/anthropic.ts";
import type { Dialect, Failure } from "./fake-provider/dialect.ts";
import { createJournal, type Call as JournalCall } from "./fake-provider/journal.ts";
import { openaiDialect } from "./fake-provider/openai.ts";
import { createPlayer } from "./fake-provider/player.ts";
import { type Reply, replyTo } from "./fake-provider/reply.ts";

/** One recorded call. */
export type Call = JournalCall;

export interface FakeProvider {
  port: number;
  /** `http://127.0.0.1:port`, the base URL of the Anthropic dialect. */
  url: string;
  /** `http://127.0.0.1:port/v1`, the base URL of the OpenAI dialect. */
  openaiUrl: string;
  /** `127.0.0.1:port`, for the list of allowed hosts. */
  host: string;
  /** All calls but those to /__fake/log and /__fake/reset, oldest first. */
  calls(): Call[];
  openSockets(): number;
  reset(): void;
  /** Waits until the condition holds over the calls. */
  until(condition: (calls: Call[]) => boolean, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

const BODY_BYTES = 32 * 1024 * 1024;
const USD_PER_INPUT_TOKEN = 1e-6;
const USD_PER_OUTPUT_TOKEN = 2e-6;

/** Starts the fake on 127.0.0.1; port 0, the default, takes a free one. */
export async function startFakeProvider(options: { port?: number } = {}): Promise<FakeProvider> {
  const journal = createJournal();
  const player = createPlayer();
  const sockets = new Set<Socket>();
  let address = "";

  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void answer(request, response);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      journal.changed();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (path === "/__fake/log") {
      const billUsd = journal.calls().reduce((sum, call) => sum + call.billUsd, 0);
      send(response, {
        status: 200,
        body: JSON.stringify({ calls: journal.calls(), openSockets: sockets.size, billUsd }),
      });
      return;
    }
    if (path === "/__fake/reset") {
      journal.reset();
      send(response, { status: 200, body: "{}" });
      return;
    }
    const raw = await readBody(request);
    const dialect = dialectOf(request, path);
    const call = journal.add({
      atMs: journal.now(),
      method: request.method ?? "",
      path: request.url ?? "",
      dialect: dialect.id,
      model: null,
      scenario: null,
      headers: headersOf(request),
      key: dialect.key(request.headers),
      body: parse(raw),
      status: 0,
      tokensSent: 0,
      endedAtMs: null,
      clientClosedAtMs: null,
      billUsd: 0,
    });
    const onClose = (): void => {
      if (call.endedAtMs === null) call.clientClosedAtMs = journal.now();
      journal.changed();
    };
    request.socket.once("close", onClose);
    response.once("close", () => request.socket.removeListener("close", onClose));
    response.once("finish", () => end(call));
    give(replyTo({ request, path, dialect, call, journal, address }), request, response, call);
  }

  function end(call: Call): void {
    call.endedAtMs ??= journal.now();
    journal.changed();
  }

  function give(reply: Reply, request: IncomingMessage, response: ServerResponse, call: Call): void {
    switch (reply.kind) {
      case "whole":
        call.status = reply.failure.status;
        send(response, reply.failure);
        break;
      case "silence":
        break;
      case "hang-up":
        end(call);
        request.socket.end();
        break;
      case "stream":
        call.status = 200;
        call.billUsd = reply.inputTokens * USD_PER_INPUT_TOKEN;
        player.play(
          reply.script,
          response,
          request.socket,
          (tokens) => {
            call.tokensSent += tokens;
            call.billUsd += tokens * USD_PER_OUTPUT_TOKEN;
          },
          () => end(call),
        );
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", 4_096, resolve);
  });
  const { port } = server.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;

  return {
    port,
    url: address,
    openaiUrl: `${address}/v1`,
    host: `127.0.0.1:${port}`,
    calls: journal.calls,
    openSockets: () => sockets.size,
    reset: journal.reset,
    until: (condition, timeoutMs = 5_000) => journal.until(() => condition(journal.calls()), timeoutMs),
    close: () =>
      new Promise((resolve) => {
        player.stop();
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function dialectOf(request: IncomingMessage, path: string): Dialect {
  return request.headers["anthropic-version"] !== undefined || path === "/v1/messages"
    ? anthropicDialect
    : openaiDialect;
}

function send(response: ServerResponse, failure: Failure): void {
  response.writeHead(failure.status, {
    "content-type": failure.contentType ?? "application/json",
    "content-length": Buffer.byteLength(failure.body),
    "x-request-id": "req_fake",
    ...failure.headers,
  });
  response.end(failure.body);
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += chunk.length;
      if (bytes <= BODY_BYTES) chunks.push(chunk);
    }
  } catch {
    return "";
  }
  return Buffer.concat(chunks).toString();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

if (import.meta.main) {
  const at = process.argv.indexOf("--port");
  const { url } = await startFakeProvider({ port: at === -1 ? 4010 : Number(process.argv[at + 1]) });
  process.stdout.write(`fake provider on ${url}\n`);
}
