import { useCallback, useEffect, useRef, useState } from "react";
import { askImprovement } from "#lib/improving/client.ts";
import type { Improvement } from "#lib/improving/improvement.ts";
import type { Prompt } from "#lib/prompt/schema.ts";
import type { ModelRef } from "#lib/providers/types.ts";
import { createAskKeys } from "./ask-keys.ts";

export type ImprovePhase = "idle" | "asking" | "answered" | "stopped" | "failed";

export interface ImproveState {
  phase: ImprovePhase;
  /** The prompt that was asked about. */
  about: Prompt | null;
  answer: Improvement | null;
  /** Why there is no answer. */
  problem: { message: string; code?: string; field?: string } | null;
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
  const keys = useRef(createAskKeys());
  useEffect(() => () => controller.current?.abort(), []);

  const ask = useCallback(async (prompt: Prompt, model: ModelRef) => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    setState({ ...IDLE, phase: "asking", about: prompt });
    const request = { prompt, model, params: {} };
    const key = keys.current.keyFor(request);
    const answer = await askImprovement(request, { key, signal: mine.signal });
    if (answer.ok) keys.current.answered(key);
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
