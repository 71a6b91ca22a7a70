export interface Pacer {
  /** Something changed: commit soon, but not more often than the pace allows. */
  touch(): void;
  /** Commit now if anything is pending. */
  flush(): void;
}

interface Clock {
  now(): number;
  /** Runs the work after the delay, at a moment that suits painting. */
  later(work: () => void, delayMs: number): () => void;
}

/** At most 20 commits a second, however fast the deltas come. */
const INTERVAL_MS = 50;

/** Turns any number of changes into a steady, bounded number of commits. */
export function createPacer(commit: () => void, clock: Clock = browserClock): Pacer {
  let last = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;

  const run = () => {
    cancel = null;
    last = clock.now();
    commit();
  };
  return {
    touch() {
      cancel ??= clock.later(run, Math.max(0, last + INTERVAL_MS - clock.now()));
    },
    flush() {
      if (cancel === null) return;
      cancel();
      run();
    },
  };
}

const browserClock: Clock = {
  now: () => performance.now(),
  later(work, delayMs) {
    let frame = 0;
    const timer = setTimeout(() => {
      // A hidden page paints nothing and gets no frames; its state has to move on all the same.
      if (document.hidden) work();
      else frame = requestAnimationFrame(work);
    }, delayMs);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  },
};
