/** Why a provider call failed, in our words. The table of sentences is beside each code. */
export type ProviderErrorCode =
  | "wrong-key"
  | "no-credit"
  | "forbidden"
  | "unknown-model"
  | "bad-parameter"
  | "prompt-too-long"
  | "rate-limited"
  | "overloaded"
  | "unreachable"
  | "address-refused"
  | "redirected"
  | "not-an-api"
  | "timed-out"
  | "stalled"
  | "malformed"
  | "provider-failed"
  | "no-key";

/**
 * The one error a protocol throws. `message` is for a person, made by us: provider text goes in only
 * after keys and addresses have been removed from it.
 */
export class ProviderError extends Error {
  /** By its name: the framework evaluates this module once for each of its layers, and each has a class of its own. */
  static override [Symbol.hasInstance](value: unknown): value is ProviderError {
    return value instanceof Error && value.name === "ProviderError";
  }

  readonly code: ProviderErrorCode;
  /** Worth another try, as long as no output has arrived. */
  readonly retryable: boolean;
  /** What the provider asked for, ms, unclamped; undefined when it said nothing usable. */
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;

  constructor(
    code: ProviderErrorCode,
    message: string,
    options: { retryable?: boolean; retryAfterMs?: number; status?: number } = {},
  ) {
    super(message);
    this.name = "ProviderError";
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.status = options.status;
  }
}
