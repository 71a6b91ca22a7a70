import { expect, test } from "vitest";
import { classifyErrorFrame, classifyRefusal } from "./classify.ts";
import { parseRetryAfter } from "./retry-after.ts";
import { scrub } from "./scrub.ts";

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
const KEY = "sk-proj-7f3Kq9Zt2LmX8wPv";

function refuse(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  key: string | null = KEY,
) {
  return classifyRefusal({ status, body, key, nowMs: NOW, header: (name) => headers[name] ?? null });
}

test.each<[string | null, number | undefined]>([
  ["5", 5_000],
  ["0", 0],
  ["1.5", 1_500],
  [" 7 ", 7_000],
  ["2592000", 2_592_000_000],
  ["Tue, 24 Nov 2026 12:00:30 GMT", 30_000],
  ["Tue, 24 Nov 2026 11:00:00 GMT", 0],
  ["-1", undefined],
  ["NaN", undefined],
  ["Infinity", undefined],
  ["5, 10", undefined],
  ["1e3", undefined],
  ["0x10", undefined],
  ["soon", undefined],
  ["", undefined],
  [null, undefined],
  ["99999999999999999999", undefined],
])("[R27] retry-after %s is %s ms", (value, ms) => {
  expect(parseRetryAfter(value, NOW)).toBe(ms);
});

test.each<[string, number, unknown, string]>([
  [
    "OpenAI, unknown model",
    404,
    { error: { code: "model_not_found", message: "The model `x` does not exist" } },
    "unknown-model",
  ],
  ["OpenAI, wrong path", 404, { error: { message: "Invalid URL (POST /chat/completions)" } }, "not-an-api"],
  [
    "Ollama, unknown model",
    404,
    { error: { message: 'model "x" not found, try pulling it first' } },
    "unknown-model",
  ],
  ["Ollama, old form", 404, { error: "model 'x' not found" }, "unknown-model"],
  ["a web server", 404, undefined, "not-an-api"],
  ["a web server that refuses POST", 405, undefined, "not-an-api"],
  [
    "OpenAI, quota",
    429,
    { error: { type: "insufficient_quota", code: "insufficient_quota", message: "…" } },
    "no-credit",
  ],
  ["DeepSeek, balance", 402, { error: { message: "Insufficient Balance" } }, "no-credit"],
  [
    "Anthropic, balance",
    400,
    { type: "error", error: { type: "invalid_request_error", message: "Your credit balance is too low" } },
    "no-credit",
  ],
  [
    "Anthropic, workspace limit",
    400,
    {
      type: "error",
      error: { type: "invalid_request_error", message: "You have reached your specified API usage limits." },
    },
    "no-credit",
  ],
  [
    "Anthropic, spend limit",
    429,
    {
      type: "error",
      error: {
        type: "rate_limit_error",
        message: "x",
        details: { error_code: "enforced_spend_limit_reached" },
      },
    },
    "no-credit",
  ],
  ["OpenAI, window", 400, { error: { code: "context_length_exceeded", message: "…" } }, "prompt-too-long"],
  [
    "Anthropic, window",
    400,
    { type: "error", error: { message: "prompt is too long: 215000 tokens > 200000 maximum" } },
    "prompt-too-long",
  ],
  [
    "Groq, window",
    400,
    { error: { message: "Please reduce the length of the messages or completion." } },
    "prompt-too-long",
  ],
  [
    "Gemini, a list around it",
    400,
    [{ error: { code: 400, message: "Invalid value at 'seed'", status: "INVALID_ARGUMENT" } }],
    "bad-parameter",
  ],
  ["FastAPI", 422, { detail: [{ msg: "field required" }] }, "bad-parameter"],
  [
    "vLLM, flat",
    400,
    { object: "error", message: "temperature must be positive", code: 400 },
    "bad-parameter",
  ],
  ["a web page with status 400", 400, undefined, "not-an-api"],
])("%s", (_name, status, body, code) => {
  expect(refuse(status, body).code).toBe(code);
});

test("[R27] a quota that is used up is not retried, whatever the headers say", () => {
  const error = refuse(429, { error: { code: "insufficient_quota" } }, { "retry-after": "5" });
  expect(error).toMatchObject({ code: "no-credit", retryable: false });
});

test("a server that wants a key and got none says so", () => {
  expect(refuse(401, { error: { message: "x" } }, {}, null).code).toBe("no-key");
});

test.each<[unknown, string]>([
  [{ type: "error", error: { type: "overloaded_error", message: "Overloaded" } }, "overloaded"],
  [{ error: { code: 502, message: "Provider disconnected" } }, "provider-failed"],
  [{ error: { code: 429, message: "slow down" } }, "rate-limited"],
  [{ error: { type: "invalid_request_error", message: "prompt is too long" } }, "prompt-too-long"],
  [{ error: { type: "insufficient_quota", message: "x" } }, "no-credit"],
  [{ error: "upstream connect error" }, "provider-failed"],
  [{ error: { error: { error: { error: { error: "deep" } } } } }, "provider-failed"],
  [null, "provider-failed"],
])("[R31] an error frame %j is %s", (body, code) => {
  expect(classifyErrorFrame(body, KEY, NOW).code).toBe(code);
});

test("a bad parameter carries the provider's reason, short and on one line", () => {
  const message = refuse(400, {
    error: { message: `Unsupported value:\n 'seed'\u0000 ${"is not supported ".repeat(40)}` },
  }).message;
  expect(message).toMatch(
    /^The provider does not accept this request\. It says: Unsupported value: 'seed' is/,
  );
  expect(message.length).toBeLessThan(300);
  expect(message).not.toMatch(/[\n\0]/);
});

const ECHOES = [
  `Incorrect API key provided: ${KEY}.`,
  `Incorrect API key provided: sk-proj-***********8wPv.`,
  `key=${KEY}&model=x`,
  `"${KEY}"`,
  `authorization: Bearer ${KEY}`,
  `basic ${btoa(KEY)}`,
  `basic ${btoa(`user:${KEY}`)}`,
  `tail ${KEY.slice(-12)}`,
  `tail …${KEY.slice(-8)}`,
  `head ${KEY.slice(0, 12)}`,
  encodeURIComponent(`Bearer ${KEY}`),
  `https://proxy.example/?k=${KEY}`,
  `(${KEY.split("").join("")})`,
];
test.each(ECHOES)("[R06] a reason loses the key: %s", (echo) => {
  const shown = refuse(400, { error: { message: `Bad value ${echo} here` } }).message;
  for (const form of [KEY, KEY.slice(-12), KEY.slice(-6), KEY.slice(0, 10), btoa(KEY).slice(0, 10)]) {
    expect(shown).not.toContain(form);
  }
  expect(shown).not.toContain("8wPv");
});

test.each([
  "see http://10.0.0.5:8080/v1 now",
  "dial tcp 10.0.0.5:8080: refused",
  "host localhost:11434 refused",
  "see https://platform.openai.com/account/api-keys.",
  "wss://internal.example/socket",
])("[R06] a reason loses addresses: %s", (text) => {
  expect(scrub(text, null)).not.toMatch(/10\.0\.0\.5|11434|openai\.com|internal\.example/);
});

test("a reason that is harmless stays as it is", () => {
  const text =
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
  expect(scrub(text, KEY)).toBe(text);
});

test("the short word that stands in for no key removes nothing", () => {
  expect(scrub("none of these values is allowed", null)).toBe("none of these values is allowed");
});

test("[R06] only the first 1,000 characters are read, in whole words: half of a credential stays hidden", () => {
  const address = `https://example.org/${"a".repeat(960)}`;
  const credential = "q7Rt2LmX8wPvK9Zt4NbC6HdJ";
  expect(scrub(`${credential} no`, null)).toBe("[removed] no");
  expect(scrub(`At ${address} ${credential}`, null)).toBe("At [address]");
  expect(scrub(`At ${address} ${"no ".repeat(5_000_000)}`, null)).toMatch(/^At \[address\](?: no)+$/);
  expect(scrub("a.".repeat(4_000_000), null)).toBe("");
});
