import "server-only";
import OpenAI, { APIError } from "openai";
import { listThrough } from "./list-models.server.ts";
import { openaiBody } from "./openai-body.ts";
import { createOpenaiReader } from "./openai-frames.ts";
import { streamCompletion } from "./read-stream.server.ts";
import { inOurWords, NO_SDK_TIMEOUT_MS, sdkKey } from "./transport.server.ts";
import type { Connection, Protocol } from "./types.ts";

/** Chat completions, as api.openai.com and the many services that copy it speak them. */
export const openaiChat: Protocol = {
  id: "openai-chat",
  complete: (connection, request, sink) =>
    streamCompletion({
      connection,
      request,
      sink,
      frames: createOpenaiReader(connection.apiKey),
      send: (fetch) =>
        inOurWords(connection, APIError, () =>
          client(connection, fetch).chat.completions.create(openaiBody(connection, request)).asResponse(),
        ),
    }),
  listModels: (connection, signal) =>
    listThrough(connection, signal, (fetch) =>
      inOurWords(connection, APIError, () => client(connection, fetch).models.list().asResponse()),
    ),
};

/** One per call: it costs little, keeps no key alive and takes nothing from the environment. */
function client(connection: Connection, fetch: typeof globalThis.fetch): OpenAI {
  return new OpenAI({
    apiKey: sdkKey(connection),
    baseURL: connection.baseUrl,
    fetch,
    maxRetries: 0,
    timeout: NO_SDK_TIMEOUT_MS,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: "off",
  });
}
