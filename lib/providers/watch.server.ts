import "server-only";
import { failure } from "./classify.ts";
import type { ProviderError } from "./errors.ts";
import { joinPulse } from "./pulse.server.ts";
import type { Clocks } from "./types.ts";

/** The clocks of one call. Noting progress is an assignment; the shared pulse does the looking. */
export interface Watch {
  headersArrived(): void;
  /** The first text or thinking has come: from now on only silence counts. */
  outputBegan(): void;
  /** Something other than a comment or a keep-alive has come. */
  progress(): void;
  end(): void;
}

/**
 * Starts the clocks of a call: headers, then the first token (both counted from the start), then the wait
 * between frames, and the total over all. `expire` is called once, with the error that a caller gets when
 * nothing had arrived.
 */
export function startWatch(
  clocks: Clocks,
  expire: (error: ProviderError) => void,
  onBeat: () => void = () => undefined,
): Watch {
  const startedAt = performance.now();
  const totalAt = startedAt + clocks.totalMs;
  let lastProgressAt = startedAt;
  let phase: "headers" | "first-token" | "streaming" = "headers";

  const dueAt = (): number => {
    if (phase === "headers") return startedAt + Math.min(clocks.headersMs, clocks.firstTokenMs);
    return phase === "first-token" ? startedAt + clocks.firstTokenMs : lastProgressAt + clocks.idleMs;
  };
  const leave = joinPulse((nowMs) => {
    onBeat();
    if (nowMs < Math.min(totalAt, dueAt())) return;
    leave();
    expire(failure(phase === "headers" || nowMs >= totalAt ? "timed-out" : "stalled"));
  });

  return {
    headersArrived() {
      phase = "first-token";
    },
    outputBegan() {
      phase = "streaming";
      lastProgressAt = performance.now();
    },
    progress() {
      lastProgressAt = performance.now();
    },
    end: leave,
  };
}
