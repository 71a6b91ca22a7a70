/** The provider port: types only. Protocols implement it, runs call it. */

import type { Message } from "#lib/base/message.ts";

export interface ModelRef {
  /** Id of a catalogue row. */
  provider: string;
  /** The provider's own model id. */
  model: string;
}

/** Only what was asked for is sent; `undefined` means "the provider's default". */
export interface Params {
  maxTokens?: number;
  temperature?: number;
  topP?: number;
  seed?: number;
  stop?: string[];
  reasoningEffort?: "minimal" | "low" | "medium" | "high";
}

export type ParamName = keyof Params;

/** How a completion ended. `complete` needs the protocol's own proof; without it: `interrupted`. */
export type Ending =
  | "complete"
  | "length"
  | "refusal"
  | "filtered"
  | "tool"
  | "empty"
  | "cut"
  | "stopped"
  | "interrupted";

export interface Usage {
  /** All input, cached or not. */
  inputTokens: number;
  outputTokens: number;
  /** Part of the input that the provider had cached and charges less for. */
  cachedInputTokens?: number;
  /** True when the provider sent no usable count and ours stands in for it. Never silently free. */
  estimated: boolean;
}

/** What the provider itself reported, unclamped; null when it reported nothing usable. */
export interface ReportedUsage {
  inputTokens: number;
  outputTokens: number;
  cachedInputTokens?: number;
}

/** Milliseconds after which a silent provider is given up on. */
export interface Clocks {
  headersMs: number;
  firstTokenMs: number;
  idleMs: number;
  totalMs: number;
}

/** Where a call goes and with which key. Built once per call by the registry; never leaves the server. */
export interface Connection {
  baseUrl: string;
  apiKey: string | null;
  /** Host and port pairs that the operator allows although they are not public. */
  allowedHosts: readonly string[];
  /** As on the row. */
  maxTokensField?: MaxTokensField;
  /** As on the row. */
  streamUsage?: boolean;
}

/** Name of the field that bounds the output in an OpenAI-style request. */
export type MaxTokensField = "max_completion_tokens" | "max_tokens";

/**
 * The shape that an answer has to have, as JSON Schema in the subset that every service with structured outputs
 * takes: objects name all their properties as required and allow no other, and there are no bounds and no unions.
 */
export interface ResponseSchema {
  /** Letters, digits, `_` and `-`, up to 64. */
  name: string;
  schema: { [keyword: string]: unknown };
}

export interface CompletionRequest {
  model: string;
  messages: Message[];
  params: Params;
  /** Sent in the service's own words, so only to a model that takes it (structured-output.ts). */
  responseSchema?: ResponseSchema;
  signal: AbortSignal;
  clocks: Clocks;
  /** Which sample of its cell this call is, counting from 0. Only the demo reads it: a model varies by itself. */
  sampleIndex?: number;
}

/** Receives a completion while it arrives. Called synchronously from the socket's data event. */
export interface CompletionSink {
  text(delta: string): void;
  thinking(delta: string): void;
}

export interface Completion {
  ending: Ending;
  usage: ReportedUsage | null;
  /** Set when no language model wrote the text: the label travels with it. */
  origin?: "bundled" | "simulated";
}

export interface ListedModel {
  id: string;
  label?: string;
  contextWindow?: number;
  created?: number;
}

/** One wire protocol. Implementations throw only ProviderError; a cut stream resolves as `interrupted`. */
export interface Protocol {
  id: ProtocolId;
  /** Sends one completion. Resolves once, after the last sink call. Aborting the signal closes the socket. */
  complete(connection: Connection, request: CompletionRequest, sink: CompletionSink): Promise<Completion>;
  /** The provider's own list. */
  listModels(connection: Connection, signal: AbortSignal): Promise<ListedModel[]>;
}

export type ProtocolId = "openai-chat" | "anthropic-messages" | "demo";

/** One row of the catalogue: a provider is data. */
export interface ProviderRow {
  id: string;
  label: string;
  protocol: ProtocolId;
  /** Default address, or null when the person has to give one (azure, custom). */
  baseUrl: string | null;
  /** `key`: needs a key; `optional`: takes one; `none`: demo. */
  auth: "key" | "optional" | "none";
  /** Runs on this machine: offered in local mode when it answers. */
  local?: boolean;
  /** Environment variable of the key, as the official SDK names it. */
  keyVariable?: string;
  /** Environment variable of the address. */
  baseUrlVariable?: string;
  /** Id in @pydantic/genai-prices, when it differs from ours; null when it has none. */
  pricesId?: string | null;
  /** Where a person makes a key. */
  keyPage?: string;
  /** Offered when the provider's own list cannot be read. */
  fallbackModels?: readonly string[];
  /** Absent = `max_tokens`, what most OpenAI-compatible services read. */
  maxTokensField?: MaxTokensField;
  /** Sends usage in a stream only when asked by `stream_options.include_usage`, and accepts being asked. */
  streamUsage?: boolean;
  /** Closing the connection stops the bill. Absent = not known to: count the whole answer. */
  cancelStopsBilling?: boolean;
}
