import type { IncomingHttpHeaders } from "node:http";
import type { Answer, Asked, Dialect, Failure, Finish } from "./dialect.ts";
import { isRecord, usageNumbers } from "./dialect.ts";
import { schemaProblem } from "./strict-schema.ts";

const REQUEST_ID = "req_011CSHoEeqs5C35K2UUqR7Fy";

/** The second version of the API took the sampling fields away. */
const FIRST_VERSION = "2023-06-01";
const SECOND_VERSION = "2026-10-21";
const FIRST_VERSION_ONLY: ReadonlySet<string> = new Set(["temperature", "top_p", "top_k"]);

type Check = (value: unknown) => boolean;
const share: Check = (value) => typeof value === "number" && value >= 0 && value <= 1;

const FIELDS: Readonly<Record<string, Check>> = {
  model: (value) => typeof value === "string" && value !== "",
  messages: Array.isArray,
  max_tokens: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  system: (value) => typeof value === "string" || Array.isArray(value),
  stream: (value) => typeof value === "boolean",
  temperature: share,
  top_p: share,
  top_k: (value) => Number.isSafeInteger(value),
  stop_sequences: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === "string" && item !== ""),
  output_config: (value) =>
    isRecord(value) &&
    Object.keys(value).length > 0 &&
    Object.keys(value).every((key) => key === "effort" || key === "format") &&
    (value.effort === undefined || ["low", "medium", "high", "xhigh", "max"].includes(String(value.effort))),
  metadata: isRecord,
};

function json(status: number, type: string, message: string, details?: unknown): Failure {
  const error = { ...(details === undefined ? {} : { details }), type, message };
  return {
    status,
    body: JSON.stringify({ type: "error", error, request_id: REQUEST_ID }),
    headers: { "request-id": REQUEST_ID },
  };
}

const invalid = (message: string): Failure => json(400, "invalid_request_error", message);

function messageProblem(messages: unknown[]): Failure | null {
  if (messages.length === 0) return invalid("messages: at least one message is required");
  for (const [index, message] of messages.entries()) {
    if (!isRecord(message)) return invalid(`messages.${index}: Input should be an object`);
    const extra = Object.keys(message).find((key) => key !== "role" && key !== "content");
    if (extra !== undefined) return invalid(`messages.${index}.${extra}: Extra inputs are not permitted`);
    if (message.role !== "user" && message.role !== "assistant") {
      return invalid(`messages.${index}.role: Unexpected role "${String(message.role)}".`);
    }
    if (typeof message.content !== "string" || message.content.trim() === "") {
      return invalid(`messages.${index}: all messages must have non-empty content`);
    }
  }
  return null;
}

function formatProblem(config: unknown): Failure | null {
  const format = isRecord(config) ? config.format : undefined;
  if (format === undefined) return null;
  const at = "output_config.format";
  if (!isRecord(format) || format.type !== "json_schema")
    return invalid(`${at}.type: Input should be 'json_schema'`);
  const extra = Object.keys(format).find((key) => key !== "type" && key !== "schema");
  if (extra !== undefined) return invalid(`${at}.${extra}: Extra inputs are not permitted`);
  const problem = schemaProblem(format.schema);
  return problem === null ? null : invalid(`${at}.${problem}`);
}

function read(headers: IncomingHttpHeaders, body: unknown): Asked | Failure {
  const version = headers["anthropic-version"];
  if (version === undefined) return invalid("anthropic-version: header is required");
  if (version !== FIRST_VERSION && version !== SECOND_VERSION) {
    return invalid(`anthropic-version: "${version}" is not a valid version`);
  }
  if (!isRecord(body)) return invalid("The request body is not valid JSON");
  for (const name of ["model", "max_tokens", "messages"]) {
    if (!Object.hasOwn(body, name)) return invalid(`${name}: Field required`);
  }
  for (const [name, value] of Object.entries(body)) {
    const known = Object.hasOwn(FIELDS, name) && (version === FIRST_VERSION || !FIRST_VERSION_ONLY.has(name));
    const check = known ? FIELDS[name] : undefined;
    if (check === undefined) return invalid(`${name}: Extra inputs are not permitted`);
    if (!check(value)) return invalid(`${name}: Input should be a valid value`);
  }
  const { model, messages, system } = body;
  const list = Array.isArray(messages) ? messages : [];
  const problem = messageProblem(list) ?? formatProblem(body.output_config);
  if (problem !== null) return problem;
  return {
    model: String(model),
    prompt: [system, ...list.map((message) => (isRecord(message) ? message.content : ""))]
      .filter(Boolean)
      .join("\n"),
    stream: body.stream === true,
    includeUsage: true,
    maxTokens: Number(body.max_tokens),
    refusedByReasoning: ["temperature", "top_p", "top_k"].find((name) => Object.hasOwn(body, name)) ?? null,
    schemaField:
      isRecord(body.output_config) && Object.hasOwn(body.output_config, "format")
        ? "output_config.format"
        : null,
  };
}

const STOP: Readonly<Record<Exclude<Finish, null>, string>> = {
  stop: "end_turn",
  length: "max_tokens",
  refusal: "refusal",
  filtered: "refusal",
  tool: "tool_use",
  pause: "pause_turn",
  unknown: "something_new",
};

const frame = (type: string, fields: Record<string, unknown>): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;

const textIndex = (answer: Answer): number => (answer.thinking.length === 0 ? 0 : 1);

function thinkingBlock(texts: string[]): string[] {
  if (texts.length === 0) return [];
  return [
    frame("content_block_start", {
      index: 0,
      content_block: { type: "thinking", thinking: "", signature: "" },
    }),
    ...texts.map((text) =>
      frame("content_block_delta", { index: 0, delta: { type: "thinking_delta", thinking: text } }),
    ),
    frame("content_block_delta", {
      index: 0,
      delta: { type: "signature_delta", signature: "EqQBCgIYAhIM1gbcDa9GJwZA2b3h" },
    }),
    frame("content_block_stop", { index: 0 }),
  ];
}

/** Messages as api.anthropic.com speaks them. Thinking is block 0; the text is then block 1. */
export const anthropicDialect: Dialect = {
  id: "anthropic",
  terminal: frame("message_stop", {}),
  key(headers) {
    const key = headers["x-api-key"] ?? /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
    return typeof key === "string" ? key : null;
  },
  read,
  invalid,
  failure(name, { model, key, address }) {
    switch (name) {
      case "400":
        return invalid("temperature: Input should be less than or equal to 1");
      case "401-echo-key":
        return json(401, "authentication_error", `invalid x-api-key: ${key}`);
      case "401-missing":
        return json(401, "authentication_error", "x-api-key header is required");
      case "402":
        return json(
          402,
          "billing_error",
          "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing.",
        );
      case "403":
        return json(
          403,
          "permission_error",
          "Your API key does not have permission to use the specified resource.",
        );
      case "404-model":
        return json(404, "not_found_error", `model: ${model}`);
      case "408":
        return json(408, "timeout_error", "Request timed out");
      case "409":
        return json(409, "conflict_error", "Conflict");
      case "413":
        return json(413, "request_too_large", "Request exceeds the maximum size");
      case "422":
        return json(422, "invalid_request_error", "messages: could not be used");
      case "429":
        return json(
          429,
          "rate_limit_error",
          "This request would exceed your organization's rate limit of 30,000 input tokens per minute.",
        );
      case "429-spend-limit":
        return json(429, "rate_limit_error", "This request would exceed the spend limit of your workspace.", {
          error_code: "enforced_spend_limit_reached",
        });
      case "429-quota":
        return json(
          400,
          "invalid_request_error",
          "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.",
        );
      case "500":
        return json(500, "api_error", "Internal server error");
      case "503":
      case "529":
        return json(Number(name), "overloaded_error", "Overloaded");
      case "504":
        return json(504, "timeout_error", "Timed out");
      case "context-length":
        return invalid("prompt is too long: 215000 tokens > 200000 maximum");
      case "bad-parameter":
        return invalid(
          `top_k: not supported with key ${key} at ${address}, see https://docs.claude.com/?key=${key}`,
        );
      default:
        return null;
    }
  },
  opening(answer) {
    const counts = usageNumbers(answer, 1);
    const usage = counts && {
      input_tokens: counts.input,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      output_tokens: counts.output,
      service_tier: "standard",
    };
    const message = {
      model: answer.model,
      id: answer.id,
      type: "message",
      role: "assistant",
      content: [],
      stop_reason: null,
      stop_sequence: null,
      ...(usage === undefined ? {} : { usage }),
    };
    return [
      frame("message_start", { message }),
      frame("ping", {}),
      ...thinkingBlock(answer.thinking),
      frame("content_block_start", { index: textIndex(answer), content_block: { type: "text", text: "" } }),
    ];
  },
  token: (answer, text) =>
    frame("content_block_delta", { index: textIndex(answer), delta: { type: "text_delta", text } }),
  oddity(_answer, kind) {
    if (kind === "unknown-event") return [frame("execute", { code: "alert(1)" })];
    if (kind === "choices-empty") return [frame("ping", {})];
    if (kind === "null-delta")
      return [frame("message_delta", { delta: { stop_reason: null, stop_sequence: null } })];
    if (kind === "proto-keys") {
      return [
        'event: content_block_delta\ndata: {"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"type":"content_block_delta","index":0,"delta":{"__proto__":{"text":"polluted"},"type":"toString","text":"polluted"}}\n\n',
      ];
    }
    return [];
  },
  errorFrame(kind) {
    const overloaded = { type: "overloaded_error", message: "Overloaded" };
    const failed = { type: "api_error", message: "Internal server error" };
    if (kind === "overloaded") return frame("error", { error: overloaded });
    if (kind === "flat")
      return `event: error\ndata: ${JSON.stringify({ type: "api_error", message: "Internal server error" })}\n\n`;
    if (kind === "nested") return `data: ${JSON.stringify({ type: "error", error: { error: failed } })}\n\n`;
    return frame("error", { error: failed });
  },
  wrongType: () => frame("content_block_delta", { index: 0, delta: { type: "text_delta", text: 42 } }),
  closing(answer, finish, outputTokens) {
    const frames = [frame("content_block_stop", { index: textIndex(answer) })];
    if (finish === "tool") {
      frames.push(
        frame("content_block_start", {
          index: textIndex(answer) + 1,
          content_block: { type: "tool_use", id: "toolu_1", name: "look_up", input: {} },
        }),
        frame("content_block_delta", {
          index: textIndex(answer) + 1,
          delta: { type: "input_json_delta", partial_json: "{}" },
        }),
        frame("content_block_stop", { index: textIndex(answer) + 1 }),
      );
    }
    const counts = usageNumbers(answer, outputTokens);
    const usage = counts && {
      input_tokens: counts.input,
      cache_read_input_tokens: 0,
      output_tokens: counts.output,
    };
    frames.push(
      frame("message_delta", {
        delta: { stop_reason: finish === null ? null : STOP[finish], stop_sequence: null },
        ...(usage === undefined ? {} : { usage }),
      }),
    );
    return frames;
  },
  whole(answer, text, outputTokens) {
    return JSON.stringify({
      id: answer.id,
      type: "message",
      role: "assistant",
      model: answer.model,
      content: [{ type: "text", text }],
      stop_reason: "end_turn",
      stop_sequence: null,
      usage: { input_tokens: answer.inputTokens, output_tokens: outputTokens },
    });
  },
  models(ids) {
    return JSON.stringify({
      data: ids.map((id) => ({
        type: "model",
        id,
        display_name: id.slice(5),
        created_at: "2026-02-19T00:00:00Z",
      })),
      has_more: false,
      first_id: ids[0] ?? null,
      last_id: ids.at(-1) ?? null,
    });
  },
};
