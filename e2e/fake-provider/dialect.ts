import type { IncomingHttpHeaders } from "node:http";

/** A refusal before any output, in the words of the service. */
export interface Failure {
  status: number;
  /** The whole body: JSON as that service writes it, or a web page. */
  body: string;
  contentType?: string;
  headers?: Record<string, string>;
}

export type Finish = "stop" | "length" | "refusal" | "filtered" | "tool" | "pause" | "unknown" | null;
export type UsageShape = "normal" | "missing" | "null" | "zero" | "negative" | "huge" | "text";
export type ErrorFrame = "named" | "flat" | "nested" | "overloaded";

/** What every frame of one answer repeats. */
export interface Answer {
  id: string;
  model: string;
  /** Seconds. */
  created: number;
  inputTokens: number;
  includeUsage: boolean;
  usage: UsageShape;
  /** Thinking that comes before the text. */
  thinking: string[];
}

export interface Asked {
  model: string;
  prompt: string;
  stream: boolean;
  includeUsage: boolean;
  maxTokens: number | null;
  /** Fields that reasoning models refuse and this request has. */
  refusedByReasoning: string | null;
  /** The field that asks for an answer of a certain shape. */
  schemaField: string | null;
}

/** One wire: how it refuses, and which bytes carry an answer. */
export interface Dialect {
  id: "openai" | "anthropic";
  key(headers: IncomingHttpHeaders): string | null;
  /** The strict reading of a request: what the service itself would refuse is refused. */
  read(headers: IncomingHttpHeaders, body: unknown): Asked | Failure;
  failure(name: string, facts: { model: string; key: string; address: string }): Failure | null;
  invalid(message: string, param: string | null): Failure;
  /** Everything before the first token of the text. */
  opening(answer: Answer): string[];
  token(answer: Answer, text: string): string;
  /** A frame that real services send now and then and that means nothing. */
  oddity(answer: Answer, kind: string): string[];
  errorFrame(kind: ErrorFrame): string;
  /** A frame whose JSON is fine and whose shape is not. */
  wrongType(answer: Answer): string;
  closing(answer: Answer, finish: Finish, outputTokens: number): string[];
  /** What proves the end: `[DONE]` or `message_stop`. */
  terminal: string;
  whole(
    answer: Omit<Answer, "includeUsage" | "usage" | "thinking">,
    text: string,
    outputTokens: number,
  ): string;
  models(ids: readonly string[]): string;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Token counts as the scenario distorts them; undefined leaves the field out. */
export function usageNumbers(
  { usage: shape, inputTokens }: Answer,
  outputTokens: number,
): { input: unknown; output: unknown } | null | undefined {
  if (shape === "missing") return undefined;
  if (shape === "null") return null;
  if (shape === "zero") return { input: 0, output: 0 };
  if (shape === "negative") return { input: -5, output: -9 };
  if (shape === "huge") return { input: 1e12, output: 1e12 };
  if (shape === "text") return { input: "many", output: "more" };
  return { input: inputTokens, output: outputTokens };
}
