import type { Beat } from "./score.ts";

/** Plays a score. Resolves after its last beat, or at once when the signal aborts. */
export interface Pace {
  play(score: readonly Beat[], emit: (text: string) => void, signal: AbortSignal): Promise<void>;
}

const TICK_MS = 20;

/**
 * The pace of a model. All answers that are playing share one timer, which runs only while there are any;
 * beats that fall due between two ticks are emitted one after the other at the second.
 */
export function createModelPace(): Pace {
  const playing = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | null = null;

  const tick = () => {
    for (const advance of playing) advance();
  };
  const add = (advance: () => void) => {
    playing.add(advance);
    timer ??= setInterval(tick, TICK_MS);
  };
  const remove = (advance: () => void) => {
    playing.delete(advance);
    if (playing.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };

  return {
    play: (score, emit, signal) =>
      new Promise((resolve, reject) => {
        const startedMs = performance.now();
        let position = 0;
        const finish = (settle: () => void) => {
          remove(advance);
          signal.removeEventListener("abort", stop);
          settle();
        };
        const stop = () => finish(resolve);
        const advance = () => {
          const elapsedMs = performance.now() - startedMs;
          try {
            for (let beat = score[position]; beat !== undefined && beat.atMs <= elapsedMs; ) {
              position += 1;
              emit(beat.text);
              if (signal.aborted) return;
              beat = score[position];
            }
          } catch (error) {
            // One reader that fails must not hold up the others on the same timer.
            finish(() => reject(error));
            return;
          }
          if (position === score.length) finish(resolve);
        };
        if (signal.aborted) {
          resolve();
          return;
        }
        signal.addEventListener("abort", stop, { once: true });
        add(advance);
      }),
  };
}
