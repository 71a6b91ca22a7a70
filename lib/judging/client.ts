import { z } from "zod";
import { createSseDecoder } from "#lib/base/sse-decode.ts";
import { type JudgeEvent, parseJudgeEvent } from "./events.ts";
import type { JudgeRequest } from "./request.ts";

/** Why the server did not judge, as it worded it for a person. */
export interface JudgeProblem {
  code: string;
  message: string;
  /** Path of the field it belongs to, such as `judge`. */
  field?: string;
}

/** How a judgement came to its end: `left` when the page itself stopped it, `lost` when the stream broke off. */
export type JudgeOutcome =
  | { kind: "ended" }
  | { kind: "left" }
  | { kind: "refused"; problem: JudgeProblem }
  | { kind: "lost" };

export interface AskOptions {
  signal: AbortSignal;
  fetch?: typeof fetch;
}

/**
 * Asks the judge and hands over every event, in order. It is asked once: a judgement lives as long as its request,
 * so that a lost one is told and not paid for again. Aborting the signal closes every call to the provider.
 */
export async function askJudge(
  request: JudgeRequest,
  onEvent: (event: JudgeEvent) => void,
  { signal, fetch: send = fetch }: AskOptions,
): Promise<JudgeOutcome> {
  let ended = false;
  try {
    const response = await send("/api/judgements", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(request),
      signal,
    });
    if (!response.ok) return { kind: "refused", problem: await readProblem(response) };
    if (response.body === null) return { kind: "lost" };
    const decoder = createSseDecoder(({ event, data }) => {
      const parsed = parseJudgeEvent(event, data);
      if (parsed === null || signal.aborted) return;
      if (parsed.type === "judge-end") ended = true;
      onEvent(parsed);
    });
    const reader = response.body.getReader();
    try {
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read())
        decoder.push(chunk.value);
    } finally {
      reader.cancel().catch(() => undefined);
    }
  } catch {
    // Offline, reset, or stopped by the page: what is known by now says which.
  }
  if (ended) return { kind: "ended" };
  return signal.aborted ? { kind: "left" } : { kind: "lost" };
}

const problemSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }),
});

async function readProblem(response: Response): Promise<JudgeProblem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data.error;
  return {
    code: "internal",
    message: `The server answered ${response.status} without saying why. Try again in a moment.`,
  };
}
