import { describe, expect, test } from "vitest";
import { createPacer } from "./pacer.ts";

/** A clock that moves when it is told to. */
function handClock() {
  let now = 0;
  const waiting = new Set<{ at: number; work: () => void }>();
  return {
    clock: {
      now: () => now,
      later(work: () => void, delayMs: number) {
        const entry = { at: now + delayMs, work };
        waiting.add(entry);
        return () => void waiting.delete(entry);
      },
    },
    pass(milliseconds: number) {
      now += milliseconds;
      for (const entry of [...waiting]) {
        if (entry.at > now) continue;
        waiting.delete(entry);
        entry.work();
      }
    },
  };
}

describe("createPacer", () => {
  test("[R33] 5,000 changes in one second become at most 21 commits, the last change included", () => {
    const { clock, pass } = handClock();
    const seen: number[] = [];
    let changes = 0;
    const pacer = createPacer(() => seen.push(changes), clock);
    for (let step = 0; step < 5_000; step += 1) {
      changes += 1;
      pacer.touch();
      pass(0.2);
    }
    pass(50);
    expect(seen.length).toBeLessThanOrEqual(21);
    expect(seen.length).toBeGreaterThan(15);
    expect(seen.at(-1)).toBe(5_000);
  });

  test("flush commits what is pending, once", () => {
    const { clock, pass } = handClock();
    let commits = 0;
    const pacer = createPacer(() => (commits += 1), clock);
    pacer.flush();
    expect(commits).toBe(0);
    pacer.touch();
    pacer.flush();
    pass(1_000);
    expect(commits).toBe(1);
  });
});
