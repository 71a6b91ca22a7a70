import "server-only";
import OpenAI, { APIError } from "openai";
import { listThrough } from "./list-models.server.ts";
import { createOpenaiReader } from "./openai-frames.ts";
import { streamCompletion } from "./read-stream.server.ts";
import { inOurWords, NO_SDK_TIMEOUT_MS, sdkKey } from "./transport.server.ts";
import type { CompletionRequest, Connection, Protocol } from "./types.ts";

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
          client(connection, fetch).chat.completions.create(bodyOf(connection, request)).asResponse(),
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

function bodyOf(connection: Connection, { model, messages, params, responseSchema }: CompletionRequest) {
  const body: OpenAI.ChatCompletionCreateParamsStreaming = { model, messages, stream: true };
  if (connection.streamUsage) body.stream_options = { include_usage: true };
  if (params.maxTokens !== undefined) body[connection.maxTokensField ?? "max_tokens"] = params.maxTokens;
  if (params.temperature !== undefined) body.temperature = params.temperature;
  if (params.topP !== undefined) body.top_p = params.topP;
  if (params.seed !== undefined) body.seed = params.seed;
  if (params.stop !== undefined && params.stop.length > 0) body.stop = params.stop;
  if (params.reasoningEffort !== undefined) body.reasoning_effort = params.reasoningEffort;
  if (responseSchema !== undefined) {
    body.response_format = { type: "json_schema", json_schema: { ...responseSchema, strict: true } };
  }
  return body;
}
