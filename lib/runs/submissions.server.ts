import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "#lib/base/errors.ts";
import { REMEMBERED_KEYS } from "#lib/base/limits.ts";

/** How long the same key means the same request, ms. */
const KEPT_MS = 24 * 60 * 60_000;

/** A promise that the same request, sent again, joins the first instead of paying twice. */
export interface Idempotency {
  key: string;
  /** Hash of the request body. */
  bodyHash: string;
}

/** The Idempotency-Key header, or null, and the body it came with. */
export interface SentKey {
  key: string | null;
  bodyText: string;
}

/** Null without a header. @throws AppError bad-request */
export function readIdempotency({ key, bodyText }: SentKey): Idempotency | null {
  if (key === null) return null;
  if (key === "" || key.length > 255) {
    throw new AppError("bad-request", "Idempotency-Key has to be 1 to 255 characters long.", {
      field: "Idempotency-Key",
    });
  }
  return { key, bodyHash: createHash("sha256").update(bodyText).digest("base64url") };
}

export interface RunOwner {
  id: string;
  /** The browser came without an owner: until it has heard the answer, its next try comes as another one. */
  isNew: boolean;
}

export interface StartedRun {
  runId: string;
  /** Whose run it is: that of the first try, when this one repeats it. */
  ownerId: string;
}

/** Which requests this process has taken and what became of them; storage remembers what outlives it. */
export interface Submissions<Started> {
  /** @throws AppError idempotency-mismatch */
  find(scopes: readonly string[], bodyHash: string): Promise<Started> | null;
  /** Remembers a request from the moment it is taken; one that is refused is forgotten. */
  remember(scopes: readonly string[], bodyHash: string, starting: Promise<Started>): void;
}

/** `keptMs` is how long the same key means the same request, `most` how many keys are remembered at once. */
export function createSubmissions<Started>({
  keptMs = KEPT_MS,
  most = REMEMBERED_KEYS,
} = {}): Submissions<Started> {
  const submitted = new Map<string, { bodyHash: string; starting: Promise<Started> }>();
  return {
    find(scopes, bodyHash) {
      const earlier = scopes.map((scope) => submitted.get(scope)).find((found) => found !== undefined);
      if (earlier === undefined) return null;
      refuseOtherBody(earlier.bodyHash, bodyHash);
      return earlier.starting;
    },
    remember(scopes, bodyHash, starting) {
      const forget = () => {
        for (const scope of scopes) if (submitted.get(scope)?.starting === starting) submitted.delete(scope);
      };
      for (const scope of scopes) submitted.set(scope, { bodyHash, starting });
      starting.then(() => setTimeout(forget, keptMs).unref(), forget);
      for (const scope of submitted.keys()) {
        if (submitted.size <= most) return;
        submitted.delete(scope);
      }
    },
  };
}

/** @throws AppError idempotency-mismatch */
export function refuseOtherBody(earlier: string, now: string): void {
  if (earlier === now) return;
  throw new AppError(
    "idempotency-mismatch",
    "This Idempotency-Key was already used for another request. Send a new key with a new request.",
  );
}

/** Characters of a key that nobody guesses. */
const UNGUESSED = 22;

/**
 * Where a key counts: with its owner. A browser that has no owner yet may have to repeat its very first
 * request before it heard of one, so there the key stands for the browser, if it is one that nobody can guess.
 */
export function scopesOf({ id, isNew }: RunOwner, { key }: Idempotency): string[] {
  return isNew && key.length >= UNGUESSED ? [`new\n${key}`, `${id}\n${key}`] : [`${id}\n${key}`];
}
