import "server-only";
import Anthropic, { APIError } from "@anthropic-ai/sdk";
import { ANTHROPIC_SAMPLING_VERSION, anthropicBody, asksForSampling } from "./anthropic-body.ts";
import { createAnthropicReader } from "./anthropic-frames.ts";
import { listThrough } from "./list-models.server.ts";
import { streamCompletion } from "./read-stream.server.ts";
import { inOurWords, NO_SDK_TIMEOUT_MS, sdkKey } from "./transport.server.ts";
import type { CompletionRequest, Connection, Protocol } from "./types.ts";

/** Anthropic's messages. */
export const anthropicMessages: Protocol = {
  id: "anthropic-messages",
  complete: (connection, request, sink) =>
    streamCompletion({
      connection,
      request,
      sink,
      frames: createAnthropicReader(connection.apiKey),
      send: (fetch) =>
        inOurWords(connection, APIError, () =>
          client(connection, fetch).messages.create(anthropicBody(request), optionsOf(request)).asResponse(),
        ),
    }),
  listModels: (connection, signal) =>
    listThrough(connection, signal, (fetch) =>
      inOurWords(connection, APIError, () =>
        client(connection, fetch).models.list({ limit: 1_000 }).asResponse(),
      ),
    ),
};

/** One per call: it costs little, keeps no key alive and takes nothing from the environment. */
function client(connection: Connection, fetch: typeof globalThis.fetch): Anthropic {
  return new Anthropic({
    apiKey: sdkKey(connection),
    // The SDK adds /v1 by itself; people paste the address with it.
    baseURL: connection.baseUrl.replace(/\/v1\/?$/, ""),
    fetch,
    maxRetries: 0,
    timeout: NO_SDK_TIMEOUT_MS,
    webhookKey: null,
    openTelemetry: false,
    logLevel: "off",
  });
}

function optionsOf({ params }: CompletionRequest) {
  return asksForSampling(params) ? { headers: { "anthropic-version": ANTHROPIC_SAMPLING_VERSION } } : {};
}
