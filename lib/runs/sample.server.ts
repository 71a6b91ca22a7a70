import "server-only";
import { OUTPUT_CHARS } from "#lib/base/limits.ts";
import type { Message } from "#lib/base/message.ts";
import { ProviderError } from "#lib/providers/errors.ts";
import type {
  Clocks,
  Completion,
  Connection,
  Ending,
  Params,
  Protocol,
  ResponseSchema,
  Usage,
} from "#lib/providers/types.ts";
import type { DeltaChannel } from "./event-log.server.ts";
import type { SampleKey, Timing } from "./events.ts";
import type { Gate } from "./gate.server.ts";
import { decideRetry } from "./retry.ts";
import { settleUsage } from "./usage.ts";

/** One planned call, with everything it needs. */
export interface PlannedSample {
  key: SampleKey;
  protocol: Protocol;
  connection: Connection;
  /** Names the credential for the concurrency gate; never the key itself. */
  keyId: string;
  model: string;
  messages: Message[];
  params: Params;
  responseSchema?: ResponseSchema;
  clocks: Clocks;
  cancelStopsBilling: boolean;
}

export interface SampleOutcome {
  text: string;
  thinking: string;
  usage: Usage;
  timing: Timing;
  origin?: "bundled" | "simulated";
  /** Exactly one of the two is set. */
  ending?: Ending;
  error?: { code: string; message: string; retryAfterMs?: number };
}

export interface SampleSurroundings {
  gate: Gate;
  signal: AbortSignal;
  channel: DeltaChannel;
  /** Characters that the run's other outputs leave. */
  roomChars(): number;
  onAttempt(attempt: number): void;
  /** Unexpected errors: a defect of ours, logged without any text of the run. */
  onDefect(error: unknown): void;
  random?: () => number;
}

/** Text of one sample while it arrives. */
interface Arrival {
  text: string;
  thinking: string;
  firstAt: number | null;
  cut: boolean;
}

/**
 * Makes one call, with retries before the first output only, and never throws:
 * the outcome is an ending or an error, with what arrived and what it is charged for.
 */
export async function runSample(planned: PlannedSample, around: SampleSurroundings): Promise<SampleOutcome> {
  const startedAt = performance.now();
  const deadline = startedAt + planned.clocks.totalMs;
  const arrival: Arrival = { text: "", thinking: "", firstAt: null, cut: false };
  let sentAt = startedAt;

  const outcome = (
    ended: Pick<SampleOutcome, "ending" | "error" | "origin">,
    completion?: Completion,
  ): SampleOutcome => ({
    ...ended,
    text: arrival.text,
    thinking: arrival.thinking,
    usage: settleUsage({
      reported: completion?.usage ?? null,
      inputChars: planned.messages.reduce((sum, message) => sum + message.content.length, 0),
      outputChars: arrival.text.length + arrival.thinking.length,
      ending: ended.ending ?? "interrupted",
      maxTokens: planned.params.maxTokens,
      cancelStopsBilling: planned.cancelStopsBilling,
    }),
    timing: {
      firstTokenMs: arrival.firstAt === null ? null : Math.round(arrival.firstAt - sentAt),
      totalMs: Math.round(performance.now() - sentAt),
    },
  });

  for (let attempt = 1; ; attempt += 1) {
    let leave: () => void;
    try {
      leave = await around.gate.enter(planned.keyId, around.signal);
    } catch {
      return outcome({ ending: "stopped" });
    }
    if (around.signal.aborted) {
      leave();
      return outcome({ ending: "stopped" });
    }
    around.onAttempt(attempt);
    sentAt = performance.now();
    let failure: ProviderError;
    try {
      const completion = await callOnce(planned, around, arrival, deadline - sentAt);
      around.gate.speedUp(planned.keyId);
      const ending = arrival.cut ? "cut" : completion.ending;
      return outcome({ ending, origin: completion.origin }, completion);
    } catch (error) {
      if (around.signal.aborted) return outcome({ ending: "stopped" });
      if (!(error instanceof ProviderError)) around.onDefect(error);
      failure = asProviderError(error);
      if (failure.status === 429) around.gate.slowDown(planned.keyId, sentAt);
    } finally {
      leave();
    }
    const decision = decideRetry(
      {
        attempt,
        retryable: failure.retryable,
        retryAfterMs: failure.retryAfterMs,
        outputBegan: arrival.firstAt !== null,
        remainingMs: deadline - performance.now(),
      },
      around.random,
    );
    if (!decision.retry) {
      const { code, message, retryAfterMs } = failure;
      return outcome({ error: { code, message, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) } });
    }
    if (!(await sleep(decision.delayMs, around.signal))) return outcome({ ending: "stopped" });
  }
}

async function callOnce(
  planned: PlannedSample,
  around: SampleSurroundings,
  arrival: Arrival,
  remainingMs: number,
): Promise<Completion> {
  const tooLong = new AbortController();
  const signal = AbortSignal.any([around.signal, tooLong.signal]);
  const take = (delta: string): string => {
    if (signal.aborted || delta === "") return "";
    arrival.firstAt ??= performance.now();
    const room = Math.max(
      0,
      Math.min(OUTPUT_CHARS, around.roomChars()) - arrival.text.length - arrival.thinking.length,
    );
    if (delta.length <= room) return delta;
    arrival.cut = true;
    tooLong.abort(new Error("the output limit was reached"));
    return delta.slice(0, room);
  };
  return planned.protocol.complete(
    planned.connection,
    {
      model: planned.model,
      messages: planned.messages,
      params: planned.params,
      ...(planned.responseSchema === undefined ? {} : { responseSchema: planned.responseSchema }),
      signal,
      clocks: { ...planned.clocks, totalMs: remainingMs },
      sampleIndex: planned.key.sample,
    },
    {
      text(delta) {
        const taken = take(delta);
        if (taken === "") return;
        arrival.text += taken;
        around.channel.text(taken);
      },
      thinking(delta) {
        const taken = take(delta);
        if (taken === "") return;
        arrival.thinking += taken;
        around.channel.thinking(taken);
      },
    },
  );
}

function asProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  return new ProviderError(
    "provider-failed",
    "Something failed on our side while reading the answer. Try again.",
  );
}

/** Resolves true after the delay, false when the signal aborts first. */
function sleep(delayMs: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const wake = () => {
      signal.removeEventListener("abort", interrupt);
      resolve(true);
    };
    const interrupt = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(wake, delayMs);
    signal.addEventListener("abort", interrupt, { once: true });
  });
}
