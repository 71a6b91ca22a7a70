import { ProviderError, type ProviderErrorCode } from "./errors.ts";
import { parseRetryAfter } from "./retry-after.ts";
import { scrub } from "./scrub.ts";

/** What a person reads for each code. A provider's own words are added to `bad-parameter` only. */
const SENTENCES: Readonly<Record<ProviderErrorCode, string>> = {
  "wrong-key": "The provider does not accept this key. Check it on the Keys page.",
  "no-credit": "The provider says that credit or quota is used up. Top up there, or choose another model.",
  forbidden: "The provider does not allow this key to do that.",
  "unknown-model": "The provider does not know this model, or this key may not use it. Choose another one.",
  "bad-parameter": "The provider does not accept this request.",
  "prompt-too-long": "The prompt is longer than this model can read. Shorten it or choose a larger model.",
  "rate-limited": "The provider asks for a pause: too many calls in a short time.",
  overloaded: "The provider is overloaded right now. Try again in a moment.",
  unreachable: "The provider could not be reached. Check the address and the connection, then try again.",
  "address-refused": "This address cannot be used.",
  redirected: "The address sends callers elsewhere, and a key is never sent on. Enter the final address.",
  "not-an-api": "The address answers, but not as a model provider does. Check the address.",
  "timed-out": "The provider did not answer in time. Try again.",
  stalled: "The provider took the request, then sent nothing. Try again.",
  malformed: "The provider sent something that cannot be read. Try again.",
  "provider-failed": "The provider had an error of its own. Try again.",
  "no-key": "This provider needs a key. Add one on the Keys page.",
};

/** The error with our sentence for its code. */
export function failure(
  code: ProviderErrorCode,
  options: { retryable?: boolean; retryAfterMs?: number; status?: number } = {},
): ProviderError {
  return new ProviderError(code, SENTENCES[code], options);
}

/** An answer that is not 2xx. */
export interface Refusal {
  status: number;
  header(name: string): string | null;
  /** The body as JSON; undefined when it was none. */
  body: unknown;
  key: string | null;
  nowMs: number;
}

interface Reason {
  message: string;
  /** `type`, `code` and the like, joined: what tells two answers of one status apart. */
  codes: string;
  status: number | null;
}

const SPENT =
  /insufficient[_ ](?:quota|credits?|balance|funds)|exceeded your current quota|spend(?:ing)?[_ ]limit|billing|credit balance|usage limits|payment[_ ]required/i;
const TOO_LONG =
  /context[_ ](?:length|window)|prompt is too long|input is too long|too many (?:input )?tokens|reduce the length|string_above_max_length/i;
const NO_SUCH_PATH =
  /invalid url|unknown (?:url|path|request|endpoint)|no (?:such )?route|cannot (?:post|get) \//i;

/** Turns a refusal into our error: the code, our sentence, whether and when to try again. */
export function classifyRefusal(refusal: Refusal): ProviderError {
  const { status, key } = refusal;
  const reason = readReason(refusal.body);
  const said = `${reason.codes} ${reason.message}`;
  const retryAfterMs = parseRetryAfter(refusal.header("retry-after"), refusal.nowMs);

  if (status >= 300 && status < 400) return failure("redirected", { status });
  if (status === 402 || ([400, 403, 429].includes(status) && SPENT.test(said))) {
    return failure("no-credit", { status });
  }
  switch (status) {
    case 401:
      return failure(key === null ? "no-key" : "wrong-key", { status });
    case 403:
      return failure("forbidden", { status });
    case 404:
      return failure(refusal.body === undefined || NO_SUCH_PATH.test(said) ? "not-an-api" : "unknown-model", {
        status,
      });
    case 405:
      return failure("not-an-api", { status });
    case 408:
      return failure("timed-out", { status, retryable: true, retryAfterMs });
    case 409:
      return failure("provider-failed", { status, retryable: true, retryAfterMs });
    case 413:
      return failure("prompt-too-long", { status });
    case 429:
      return failure("rate-limited", { status, retryable: retryAfterMs !== undefined, retryAfterMs });
    case 503:
    case 529:
      return failure("overloaded", { status, retryable: true, retryAfterMs });
  }
  if (status >= 500) {
    return failure("provider-failed", { status, retryable: [500, 502, 504].includes(status), retryAfterMs });
  }
  if (TOO_LONG.test(said)) return failure("prompt-too-long", { status });
  if (refusal.body === undefined) return failure("not-an-api", { status });
  return badParameter(status, reason.message, key);
}

function badParameter(status: number, message: string, key: string | null): ProviderError {
  const words = scrub(message, key);
  const sentence = SENTENCES["bad-parameter"];
  return new ProviderError("bad-parameter", words === "" ? sentence : `${sentence} It says: ${words}`, {
    status,
  });
}

/** HTTP status that an error frame stands for, by the words it uses. */
const STATUS_BY_WORD: ReadonlyArray<[RegExp, number]> = [
  [/overloaded|unavailable/i, 529],
  [/rate_limit|too_many/i, 429],
  [/authentication|invalid_api_key/i, 401],
  [/permission/i, 403],
  [/billing|insufficient_quota/i, 402],
  [/not_found/i, 404],
  [/invalid_request|bad_request/i, 400],
];

/** Turns an error that came inside a stream, after a 200, into our error. `body` is the frame's JSON. */
export function classifyErrorFrame(body: unknown, key: string | null, nowMs: number): ProviderError {
  const reason = readReason(body);
  const said = STATUS_BY_WORD.find(([words]) => words.test(reason.codes))?.[1];
  const status = reason.status ?? said ?? 500;
  return classifyRefusal({ status, header: () => null, body, key, nowMs });
}

/** Services nest their error once, twice or not at all, and some send a bare string. */
function readReason(body: unknown): Reason {
  let at = body;
  const codes: string[] = [];
  let status: number | null = null;
  for (let depth = 0; depth < 4; depth += 1) {
    if (Array.isArray(at)) at = at[0];
    if (typeof at !== "object" || at === null) break;
    const fields = new Map<string, unknown>(Object.entries(at));
    for (const name of ["type", "code", "status", "error_code"]) {
      const value = fields.get(name);
      if (typeof value === "string") codes.push(value.slice(0, 100));
      if (typeof value === "number" && value >= 400 && value < 600) status = value;
    }
    const details = fields.get("details");
    if (typeof details === "object" && details !== null && "error_code" in details) {
      if (typeof details.error_code === "string") codes.push(details.error_code.slice(0, 100));
    }
    const inner = fields.get("error");
    const message = fields.get("message") ?? fields.get("detail");
    if (inner === undefined || inner === null) {
      return { message: typeof message === "string" ? message : "", codes: codes.join(" "), status };
    }
    at = inner;
  }
  return { message: typeof at === "string" ? at : "", codes: codes.join(" "), status };
}
