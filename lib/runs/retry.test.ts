import { describe, expect, test } from "vitest";
import { decideRetry } from "./retry.ts";

const failed: Parameters<typeof decideRetry>[0] = {
  attempt: 1,
  retryable: true,
  retryAfterMs: undefined,
  outputBegan: false,
  remainingMs: 600_000,
};

describe("[R27] one retry policy, ours", () => {
  const table: [string, Partial<typeof failed>, number, number | null][] = [
    ["first failure, jitter 0", {}, 0, 100],
    ["first failure, middle", {}, 0.5, 250],
    ["first failure, just below 1", {}, 0.999, 500],
    ["second failure", { attempt: 2 }, 0.5, 500],
    ["third failure is the last", { attempt: 3 }, 0.5, null],
    ["beyond the third", { attempt: 9 }, 0.5, null],
    ["not retryable", { retryable: false }, 0.5, null],
    ["not retryable even with retry-after", { retryable: false, retryAfterMs: 1_000 }, 0.5, null],
    ["never after output began", { outputBegan: true }, 0.5, null],
    ["never after output began, with retry-after", { outputBegan: true, retryAfterMs: 1_000 }, 0.5, null],
    ["retry-after 5 s is waited for exactly", { retryAfterMs: 5_000 }, 0.9, 5_000],
    ["retry-after 30 s is the longest", { retryAfterMs: 30_000 }, 0.9, 30_000],
    ["retry-after 30.001 s is too long", { retryAfterMs: 30_001 }, 0.9, null],
    ["retry-after 30 days is too long, not 1 ms", { retryAfterMs: 2_592_000_000 }, 0.9, null],
    ["retry-after 0 still waits a little", { retryAfterMs: 0 }, 0.9, 100],
    ["retry-after 50 ms still waits 100", { retryAfterMs: 50 }, 0.9, 100],
    ["retry-after negative counts as none", { retryAfterMs: -1 }, 0.5, 250],
    ["retry-after NaN counts as none", { retryAfterMs: Number.NaN }, 0.5, 250],
    ["retry-after infinite counts as none", { retryAfterMs: Number.POSITIVE_INFINITY }, 0.5, 250],
    ["no time left for the wait", { retryAfterMs: 5_000, remainingMs: 5_000 }, 0.5, null],
    ["just enough time left", { retryAfterMs: 5_000, remainingMs: 5_001 }, 0.5, 5_000],
    ["no time left at all", { remainingMs: 0 }, 0.5, null],
  ];
  test.each(table)("[R27] %s", (_name, change, random, delayMs) => {
    expect(decideRetry({ ...failed, ...change }, () => random)).toEqual(
      delayMs === null ? { retry: false } : { retry: true, delayMs },
    );
  });

  test("[R27] no wait is ever below 100 ms or above 30 s", () => {
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      for (let step = 0; step < 1_000; step += 1) {
        const retryAfterMs = step % 3 === 0 ? step * 97 : undefined;
        const decision = decideRetry({ ...failed, attempt, retryAfterMs }, () => step / 1_000);
        if (!decision.retry) continue;
        expect(decision.delayMs).toBeGreaterThanOrEqual(100);
        expect(decision.delayMs).toBeLessThanOrEqual(30_000);
      }
    }
  });
});
