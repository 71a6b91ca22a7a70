import { useCallback, useEffect, useRef, useState } from "react";
import { askImprovement } from "#lib/improving/client.ts";
import type { Improvement } from "#lib/improving/improvement.ts";
import type { Prompt } from "#lib/prompt/schema.ts";
import type { ModelRef } from "#lib/providers/types.ts";

export type ImprovePhase = "idle" | "asking" | "answered" | "stopped" | "failed";

export interface ImproveState {
  phase: ImprovePhase;
  /** The prompt that was asked about. */
  about: Prompt | null;
  answer: Improvement | null;
  /** Why the server did not ask. */
  problem: { message: string; field?: string } | null;
}

export interface AskedImprovement extends ImproveState {
  ask(prompt: Prompt, model: ModelRef): Promise<void>;
  stop(): void;
  /** Forgets the answer. */
  clear(): void;
}

const IDLE: ImproveState = { phase: "idle", about: null, answer: null, problem: null };

/** Asks when it is told to. Stopping, asking anew and leaving close the call at once. */
export function useImprovement(): AskedImprovement {
  const [state, setState] = useState(IDLE);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const ask = useCallback(async (prompt: Prompt, model: ModelRef) => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    setState({ ...IDLE, phase: "asking", about: prompt });
    const answer = await askImprovement(
      { prompt, model, params: {} },
      { key: newKey(), signal: mine.signal },
    );
    if (controller.current !== mine) return;
    if (mine.signal.aborted) setState({ ...IDLE, phase: "stopped" });
    else if (answer.ok) setState({ phase: "answered", about: prompt, answer: answer.value, problem: null });
    else setState({ ...IDLE, phase: "failed", problem: answer });
  }, []);
  const stop = useCallback(() => controller.current?.abort(), []);
  const clear = useCallback(() => {
    controller.current?.abort();
    controller.current = null;
    setState(IDLE);
  }, []);
  return { ...state, ask, stop, clear };
}

/** `randomUUID` exists only where the page came over HTTPS or from this machine. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
