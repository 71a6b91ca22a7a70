import type { Message } from "#lib/base/message.ts";
import type { MaxTokensField, Params, ResponseSchema } from "./types.ts";

/** The JSON of a chat completion as api.openai.com and the services that copy it read it. */
export interface OpenaiBody {
  model: string;
  messages: Message[];
  stream: true;
  stream_options?: { include_usage: true };
  max_tokens?: number;
  max_completion_tokens?: number;
  temperature?: number;
  top_p?: number;
  seed?: number;
  stop?: string[];
  reasoning_effort?: NonNullable<Params["reasoningEffort"]>;
  response_format?: { type: "json_schema"; json_schema: ResponseSchema & { strict: true } };
}

/** What the service of a catalogue row is sent; only what was asked for is in it. */
export function openaiBody(
  row: { maxTokensField?: MaxTokensField; streamUsage?: boolean },
  {
    model,
    messages,
    params,
    responseSchema,
  }: { model: string; messages: Message[]; params: Params; responseSchema?: ResponseSchema },
): OpenaiBody {
  const body: OpenaiBody = { model, messages, stream: true };
  if (row.streamUsage) body.stream_options = { include_usage: true };
  if (params.maxTokens !== undefined) body[row.maxTokensField ?? "max_tokens"] = params.maxTokens;
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
