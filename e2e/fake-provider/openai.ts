import type { Answer, Asked, Dialect, Failure, Finish } from "./dialect.ts";
import { isRecord, usageNumbers } from "./dialect.ts";
import { schemaProblem } from "./strict-schema.ts";

type Check = (value: unknown) => boolean;
const number =
  (low: number, high: number): Check =>
  (value) =>
    typeof value === "number" && value >= low && value <= high;
const whole: Check = (value) => Number.isSafeInteger(value);
const positive: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const flag: Check = (value) => typeof value === "boolean";

const FIELDS: Readonly<Record<string, Check>> = {
  model: (value) => typeof value === "string" && value !== "",
  messages: Array.isArray,
  stream: flag,
  stream_options: (value) =>
    isRecord(value) && Object.keys(value).every((key) => key === "include_usage" && flag(value[key])),
  temperature: number(0, 2),
  top_p: number(0, 1),
  max_tokens: positive,
  max_completion_tokens: positive,
  seed: whole,
  stop: (value) =>
    typeof value === "string" ||
    (Array.isArray(value) && value.length <= 4 && value.every((item) => typeof item === "string")),
  reasoning_effort: (value) =>
    ["none", "minimal", "low", "medium", "high", "xhigh", "max"].includes(String(value)),
  n: positive,
  presence_penalty: number(-2, 2),
  frequency_penalty: number(-2, 2),
  response_format: isRecord,
  user: (value) => typeof value === "string",
};

const ROLES = ["system", "developer", "user", "assistant"];

function json(
  status: number,
  message: string,
  type: string,
  code: string | number | null,
  param: string | null,
): Failure {
  return { status, body: JSON.stringify({ error: { message, type, param, code } }, null, 2) };
}

function invalid(message: string, param: string | null): Failure {
  return json(400, message, "invalid_request_error", param === null ? null : "invalid_value", param);
}

function messageProblem(messages: unknown[]): Failure | null {
  if (messages.length === 0) return invalid("Invalid 'messages': empty array.", "messages");
  for (const [index, message] of messages.entries()) {
    const at = `messages[${index}]`;
    if (!isRecord(message)) return invalid(`Invalid type for '${at}': expected an object.`, at);
    const extra = Object.keys(message).find((key) => !["role", "content", "name"].includes(key));
    if (extra !== undefined)
      return invalid(`Additional properties are not allowed ('${extra}') - '${at}'`, at);
    if (!ROLES.includes(String(message.role)))
      return invalid(`Invalid value for '${at}.role'.`, `${at}.role`);
    if (typeof message.content !== "string") {
      return invalid(`Invalid type for '${at}.content': expected a string.`, `${at}.content`);
    }
  }
  return null;
}

/** `json_schema` is the only format that anything here asks for, and always strictly. */
function formatProblem(format: unknown): Failure | null {
  if (format === undefined) return null;
  const at = "response_format";
  if (!isRecord(format) || format.type !== "json_schema" || Object.keys(format).length !== 2) {
    return invalid(`Invalid value for '${at}'.`, at);
  }
  const asked = format.json_schema;
  if (!isRecord(asked)) return invalid(`Missing required parameter: '${at}.json_schema'.`, at);
  const extra = Object.keys(asked).find((key) => !["name", "strict", "schema"].includes(key));
  if (extra !== undefined) return invalid(`Unknown parameter: '${at}.json_schema.${extra}'.`, at);
  if (typeof asked.name !== "string" || !/^[\w-]{1,64}$/.test(asked.name)) {
    return invalid(`Invalid '${at}.json_schema.name'.`, at);
  }
  if (asked.strict !== true) return invalid(`'${at}.json_schema.strict' has to be true.`, at);
  const problem = schemaProblem(asked.schema);
  return problem === null ? null : invalid(`Invalid schema for ${at}: ${problem}.`, at);
}

function read(_headers: unknown, body: unknown): Asked | Failure {
  if (!isRecord(body)) return invalid("We could not parse the JSON body of your request.", null);
  for (const [name, value] of Object.entries(body)) {
    const check = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (check === undefined) return invalid(`Unrecognized request argument supplied: ${name}`, null);
    if (!check(value)) return invalid(`Invalid value for '${name}'.`, name);
  }
  const { model, messages, stream, stream_options: options } = body;
  if (typeof model !== "string") return invalid("you must provide a model parameter", null);
  if (!Array.isArray(messages)) return invalid("Missing required parameter: 'messages'.", "messages");
  const problem = messageProblem(messages) ?? formatProblem(body.response_format);
  if (problem !== null) return problem;
  if (options !== undefined && stream !== true) {
    return invalid(
      "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      "stream_options",
    );
  }
  const limit = body.max_completion_tokens ?? body.max_tokens;
  const refused = ["temperature", "top_p", "max_tokens"].find((name) => Object.hasOwn(body, name));
  return {
    model,
    prompt: messages.map((message) => (isRecord(message) ? String(message.content) : "")).join("\n"),
    stream: stream === true,
    includeUsage: isRecord(options) && options.include_usage === true,
    maxTokens: typeof limit === "number" ? limit : null,
    refusedByReasoning: refused ?? null,
    schemaField: Object.hasOwn(body, "response_format") ? "response_format" : null,
  };
}

const FINISH: Readonly<Record<Exclude<Finish, null>, string>> = {
  stop: "stop",
  length: "length",
  refusal: "stop",
  filtered: "content_filter",
  tool: "tool_calls",
  pause: "pause",
  unknown: "something_new",
};

function frame(answer: Answer, choices: unknown[], usage?: unknown): string {
  const chunk = {
    id: answer.id,
    object: "chat.completion.chunk",
    created: answer.created,
    model: answer.model,
    service_tier: "default",
    system_fingerprint: "fp_f0a4ed1e55",
    choices,
    ...(usage === undefined && !answer.includeUsage ? {} : { usage: usage ?? null }),
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

const choice = (delta: unknown, finish: string | null = null) => ({
  index: 0,
  delta,
  logprobs: null,
  finish_reason: finish,
});

/** Chat completions as api.openai.com and the services that copy it speak them. */
export const openaiDialect: Dialect = {
  id: "openai",
  terminal: "data: [DONE]\n\n",
  key(headers) {
    return /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? null;
  },
  read,
  invalid,
  failure(name, { model, key, address }) {
    const server = "The server had an error while processing your request. Sorry about that!";
    const limit = `Rate limit reached for ${model} in organization org-fake on tokens per min (TPM): Limit 30000, Used 30000.`;
    const quota = "You exceeded your current quota, please check your plan and billing details.";
    switch (name) {
      case "400":
        return json(
          400,
          "Invalid 'temperature': above the maximum.",
          "invalid_request_error",
          "decimal_above_max_value",
          "temperature",
        );
      case "401-echo-key":
        return json(
          401,
          `Incorrect API key provided: ${key}. You can find your API key at https://platform.openai.com/account/api-keys.`,
          "invalid_request_error",
          "invalid_api_key",
          null,
        );
      case "401-missing":
        return json(
          401,
          "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
          "invalid_request_error",
          null,
          null,
        );
      case "402":
        return json(
          402,
          "Insufficient credits. Add more using https://openrouter.ai/settings/credits",
          "payment_required",
          402,
          null,
        );
      case "403":
        return json(
          403,
          "Country, region, or territory not supported",
          "request_forbidden",
          "unsupported_country_region_territory",
          null,
        );
      case "404-model":
        return json(
          404,
          `The model \`${model}\` does not exist or you do not have access to it.`,
          "invalid_request_error",
          "model_not_found",
          null,
        );
      case "408":
        return json(408, "Request timed out.", "timeout", "request_timeout", null);
      case "409":
        return json(409, "The resource is locked. Try again.", "conflict", "conflict", null);
      case "413":
        return json(
          413,
          "Maximum content size limit (26214400) exceeded.",
          "invalid_request_error",
          null,
          null,
        );
      case "422":
        return json(
          422,
          "Unprocessable entity: 'messages' could not be used.",
          "invalid_request_error",
          null,
          "messages",
        );
      case "429":
        return json(429, limit, "tokens", "rate_limit_exceeded", null);
      case "429-spend-limit":
        return json(
          429,
          "You have reached your specified API usage limits: the spend limit of this workspace.",
          "spend_limit",
          "spend_limit_reached",
          null,
        );
      case "429-quota":
        return json(429, quota, "insufficient_quota", "insufficient_quota", null);
      case "500":
      case "504":
        return json(Number(name), server, "server_error", null, null);
      case "503":
      case "529":
        return json(
          Number(name),
          "That model is currently overloaded with other requests. Please try again later.",
          "server_error",
          null,
          null,
        );
      case "context-length":
        return json(
          400,
          "This model's maximum context length is 8192 tokens. However, your messages resulted in 90210 tokens. Please reduce the length of the messages.",
          "invalid_request_error",
          "context_length_exceeded",
          "messages",
        );
      case "bad-parameter":
        return json(
          400,
          `Unsupported value: 'seed' is not supported with key ${key} at ${address}, see https://platform.openai.com/docs?key=${key}.`,
          "invalid_request_error",
          "unsupported_value",
          "seed",
        );
      default:
        return null;
    }
  },
  opening: (answer) => [
    frame(answer, [choice({ role: "assistant", content: "", refusal: null })]),
    ...answer.thinking.map((text) => frame(answer, [choice({ reasoning_content: text })])),
  ],
  token: (answer, text) => frame(answer, [choice({ content: text })]),
  oddity(answer, kind) {
    if (kind === "choices-empty") return [frame(answer, [])];
    if (kind === "unknown-event") return ['event: execute\ndata: {"code":"alert(1)"}\n\n'];
    if (kind === "null-delta")
      return [frame(answer, [choice(null)]), frame(answer, [choice({ content: null })])];
    if (kind === "proto-keys") {
      return [
        'data: {"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"choices":[{"index":0,"delta":{"__proto__":{"content":"polluted"},"toString":1}}]}\n\n',
      ];
    }
    return [];
  },
  errorFrame(kind) {
    const error = {
      message: "The server had an error while processing your request",
      type: "server_error",
      param: null,
      code: null,
    };
    if (kind === "named") return `event: error\ndata: ${JSON.stringify({ error })}\n\n`;
    if (kind === "flat") return `data: ${JSON.stringify({ error: "upstream connect error" })}\n\n`;
    if (kind === "overloaded")
      return `data: ${JSON.stringify({ error: { code: 529, message: "Overloaded" } })}\n\n`;
    return `data: ${JSON.stringify({ id: "gen-1", object: "chat.completion.chunk", error: { code: 502, message: "Provider disconnected" }, choices: [{ index: 0, delta: { content: "" }, finish_reason: "error" }] })}\n\n`;
  },
  wrongType: (answer) => frame(answer, [choice({ content: 42 })]),
  closing(answer, finish, outputTokens) {
    const frames: string[] = [];
    if (finish === "tool") {
      frames.push(
        frame(answer, [
          choice({
            tool_calls: [
              { index: 0, id: "call_1", type: "function", function: { name: "look_up", arguments: "{}" } },
            ],
          }),
        ]),
      );
    }
    if (finish === "refusal") frames.push(frame(answer, [choice({ refusal: "I can't help with that." })]));
    if (finish !== null) frames.push(frame(answer, [choice({}, FINISH[finish])]));
    const counts = usageNumbers(answer, outputTokens);
    if (answer.includeUsage && counts !== undefined) {
      const usage = counts && {
        prompt_tokens: counts.input,
        completion_tokens: counts.output,
        total_tokens: answer.inputTokens + outputTokens,
        prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
      };
      frames.push(frame(answer, [], usage));
    }
    return frames;
  },
  whole(answer, text, outputTokens) {
    return JSON.stringify({
      id: answer.id,
      object: "chat.completion",
      created: answer.created,
      model: answer.model,
      choices: [
        {
          index: 0,
          message: { role: "assistant", content: text, refusal: null },
          logprobs: null,
          finish_reason: "stop",
        },
      ],
      usage: {
        prompt_tokens: answer.inputTokens,
        completion_tokens: outputTokens,
        total_tokens: answer.inputTokens + outputTokens,
      },
    });
  },
  models(ids) {
    return JSON.stringify({
      object: "list",
      data: ids.map((id) => ({ id, object: "model", created: 1_760_000_000, owned_by: "fake" })),
    });
  },
};
