import type { Message } from "#lib/base/message.ts";
import type { Params, ResponseSchema } from "./types.ts";

/** The service demands a bound; this one stands in when nobody asked for one, tokens. */
const DEFAULT_MAX_TOKENS = 4_096;

/** The JSON of one message request. Only the first version of the API has the sampling fields. */
export interface AnthropicBody {
  model: string;
  messages: { role: "user" | "assistant"; content: string }[];
  max_tokens: number;
  stream: true;
  system?: string;
  temperature?: number;
  top_p?: number;
  stop_sequences?: string[];
  output_config?: {
    effort?: "low" | "medium" | "high";
    format?: { type: "json_schema"; schema: ResponseSchema["schema"] };
  };
}

/** What Anthropic is sent. Seeds do not exist there, so none is. */
export function anthropicBody({
  model,
  messages,
  params,
  responseSchema,
}: {
  model: string;
  messages: readonly Message[];
  params: Params;
  responseSchema?: ResponseSchema;
}): AnthropicBody {
  const system = messages.filter(({ role }) => role === "system").map(({ content }) => content);
  const turns: AnthropicBody["messages"] = [];
  for (const { role, content } of messages) if (role !== "system") turns.push({ role, content });
  const body: AnthropicBody = {
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

/** The version of the API that has sampling fields; older models sample as asked there. */
export const ANTHROPIC_SAMPLING_VERSION = "2023-06-01";

/** Whether a request needs that version. */
export function asksForSampling(params: Params): boolean {
  return params.temperature !== undefined || params.topP !== undefined;
}
