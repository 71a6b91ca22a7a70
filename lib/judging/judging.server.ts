import "server-only";
import { AppError } from "#lib/base/errors.ts";
import { sseFrame } from "#lib/base/sse-encode.ts";
import type { Environment } from "#lib/env.server.ts";
import { type OwnKeys, resolveConnection } from "#lib/providers/credentials.server.ts";
import type { Gate } from "#lib/runs/gate.server.ts";
import type { JudgeEvent } from "./events.ts";
import { judgeAll } from "./job.server.ts";
import { type PreparedJudging, prepareJudging } from "./prepare.server.ts";
import type { JudgeRequest } from "./request.ts";

interface JudgingOptions {
  /** The same gate as runs pass through: one limit a key, whatever the call is for. */
  gate: Gate;
  onDefect(error: unknown): void;
}

interface StartInput {
  environment: Environment;
  request: JudgeRequest;
  ownKeys: OwnKeys;
  /** The HTTP request's own: aborted when its client has gone. */
  signal: AbortSignal;
}

/** Every judgement of this process. */
export interface Judging {
  /**
   * Starts a judgement and answers its frames. It lives as long as its reader: when the reader leaves, every
   * call to the provider is closed at once.
   * @throws AppError shutting-down, and what `prepareJudging` throws, before anything is paid for
   */
  start(input: StartInput): ReadableStream<Uint8Array>;
  /** Closes every call and starts none from now on; the readers get their last event. */
  stopAll(): void;
  /** Judgements still open. */
  running(): number;
}

const HEARTBEAT_MS = 15_000;

export function createJudging({ gate, onDefect }: JudgingOptions): Judging {
  const open = new Set<AbortController>();
  let stopping = false;

  const frames = (prepared: PreparedJudging, request: AbortSignal): ReadableStream<Uint8Array> => {
    const controller = new AbortController();
    const signal = AbortSignal.any([controller.signal, request]);
    const encoder = new TextEncoder();
    let hasReader = true;
    return new ReadableStream<Uint8Array>({
      start(stream) {
        open.add(controller);
        let id = 0;
        const write = (text: string) => {
          if (hasReader) stream.enqueue(encoder.encode(text));
        };
        const heartbeat = setInterval(() => write(": still here\n\n"), HEARTBEAT_MS);
        const emit = ({ type, data }: JudgeEvent) => {
          id += 1;
          write(sseFrame(id, type, JSON.stringify(data)));
        };
        void judgeAll(prepared, { gate, signal, emit, onDefect })
          .catch(onDefect)
          .finally(() => {
            clearInterval(heartbeat);
            open.delete(controller);
            if (hasReader) stream.close();
          });
      },
      cancel() {
        hasReader = false;
        controller.abort(new Error("the reader has left"));
      },
    });
  };

  return {
    start({ environment, request, ownKeys, signal }) {
      if (stopping) {
        throw new AppError("shutting-down", "The server is about to restart. Try again in a moment.");
      }
      const resolve = (provider: string) => resolveConnection({ provider, ownKeys, environment });
      return frames(prepareJudging(request, resolve), signal);
    },
    stopAll() {
      stopping = true;
      for (const controller of open) controller.abort(new Error("the server stops"));
    },
    running: () => open.size,
  };
}
