/**
 * Every error code a person or a script can meet, with its HTTP status.
 * Adding a code here is all it takes for a route to answer it.
 */
export const ERROR_STATUS = {
  "bad-request": 400,
  "invalid-json": 400,
  "invalid-body": 400,
  "prompt-empty": 400,
  "variable-missing": 400,
  "too-many-calls": 400,
  "prompt-too-long": 400,
  "address-refused": 400,
  "unknown-provider": 400,
  "no-key": 401,
  "forbidden-origin": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  "body-timeout": 408,
  conflict: 409,
  "run-changed": 409,
  "body-too-large": 413,
  "unsupported-media-type": 415,
  "idempotency-mismatch": 422,
  "too-many-runs": 429,
  "too-many-links": 429,
  "too-many-improvements": 429,
  internal: 500,
  "shutting-down": 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** An error meant for a person: what happened and what to do, never a secret, a path or a stack. */
export class AppError extends Error {
  /** By its name: the framework evaluates this module once for each of its layers, and each has a class of its own. */
  static override [Symbol.hasInstance](value: unknown): value is AppError {
    return value instanceof Error && value.name === "AppError";
  }

  readonly code: ErrorCode;
  /** Path of the field the message belongs to, such as `variants.1.prompt.task`. */
  readonly field: string | undefined;

  constructor(code: ErrorCode, message: string, options: { field?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.field = options.field;
  }
}

/** Ends a switch over a closed union: a new member becomes a compile error here. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
