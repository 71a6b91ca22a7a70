import "server-only";
import Anthropic, { APIError } from "@anthropic-ai/sdk";
import { createAnthropicReader } from "./anthropic-frames.ts";
import { listThrough } from "./list-models.server.ts";
import { streamCompletion } from "./read-stream.server.ts";
import { inOurWords, NO_SDK_TIMEOUT_MS, sdkKey } from "./transport.server.ts";
import type { CompletionRequest, Connection, Protocol } from "./types.ts";

/** The service demands a bound; this one stands in when nobody asked for one, tokens. */
const DEFAULT_MAX_TOKENS = 4_096;

/** Anthropic's messages. Seeds do not exist there, so none is sent. */
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
          client(connection, fetch).messages.create(bodyOf(request), optionsOf(request)).asResponse(),
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

/** Only the first version of the API has sampling fields; older models sample as asked there. */
type MessageBody = Anthropic.MessageCreateParamsStreaming & { temperature?: number; top_p?: number };

function optionsOf({ params }: CompletionRequest) {
  const samples = params.temperature !== undefined || params.topP !== undefined;
  return samples ? { headers: { "anthropic-version": "2023-06-01" } } : {};
}

function bodyOf({ model, messages, params, responseSchema }: CompletionRequest) {
  const system = messages.filter(({ role }) => role === "system").map(({ content }) => content);
  const turns: Anthropic.MessageParam[] = [];
  for (const { role, content } of messages) if (role !== "system") turns.push({ role, content });
  const body: MessageBody = {
    model,
    messages: turns,
    max_tokens: params.maxTokens ?? DEFAULT_MAX_TOKENS,
    stream: true,
  };
  if (system.length > 0) body.system = system.join("\n\n");
  if (params.temperature !== undefined) body.temperature = params.temperature;
  if (params.topP !== undefined) body.top_p = params.topP;
  if (params.stop !== undefined && params.stop.length > 0) body.stop_sequences = params.stop;
  if (params.reasoningEffort !== undefined) {
    body.output_config = { effort: params.reasoningEffort === "minimal" ? "low" : params.reasoningEffort };
  }
  if (responseSchema !== undefined) {
    body.output_config = {
      ...body.output_config,
      format: { type: "json_schema", schema: responseSchema.schema },
    };
  }
  return body;
}
