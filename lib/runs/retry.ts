/** The one retry policy. The SDKs retry nothing; see docs/spec/stream.md, RS7. */

const MAX_ATTEMPTS = 3;
/** A provider that asks for more patience than this is not waited for, ms. */
const LONGEST_RETRY_AFTER_MS = 30_000;
const BASE_MS = 500;
const LONGEST_BACKOFF_MS = 8_000;
/** No retry is sooner than this, whatever the jitter says, ms. */
const SHORTEST_MS = 100;

interface FailedAttempt {
  /** 1 for the first call. */
  attempt: number;
  retryable: boolean;
  /** What the provider asked for, ms; undefined when it asked for nothing usable. */
  retryAfterMs: number | undefined;
  /** Any character, visible or thinking, has reached us. */
  outputBegan: boolean;
  /** Time left of the sample's total clock, ms. */
  remainingMs: number;
}

export type RetryDecision = { retry: true; delayMs: number } | { retry: false };

/**
 * Decides whether a failed call is made again and after how long.
 * Full jitter: a random delay below min(8 s, 0.5 s · 2^(attempt-1)); `random` is uniform on [0, 1).
 * A retry-after that the provider named is waited for exactly.
 */
export function decideRetry(failed: FailedAttempt, random: () => number = Math.random): RetryDecision {
  if (!failed.retryable || failed.outputBegan || failed.attempt >= MAX_ATTEMPTS) return { retry: false };
  const delayMs = delayFor(failed, random);
  if (delayMs === null || delayMs >= failed.remainingMs) return { retry: false };
  return { retry: true, delayMs };
}

function delayFor(failed: FailedAttempt, random: () => number): number | null {
  const asked = failed.retryAfterMs;
  if (asked !== undefined && Number.isFinite(asked) && asked >= 0) {
    return asked > LONGEST_RETRY_AFTER_MS ? null : Math.max(SHORTEST_MS, asked);
  }
  const ceiling = Math.min(LONGEST_BACKOFF_MS, BASE_MS * 2 ** (failed.attempt - 1));
  return Math.max(SHORTEST_MS, Math.round(random() * ceiling));
}
