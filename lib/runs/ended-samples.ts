import type { ArchivedEnd, EndedSample } from "./archive.ts";
import type { RunEvent, SampleKey } from "./events.ts";

/** Names a cell within one run. */
export function cellOf({ variant, case: caseId, sample }: SampleKey): string {
  return `${variant}/${caseId}/${sample}`;
}

export function keyOf(ended: EndedSample): SampleKey {
  return "result" in ended ? ended.result : ended.error;
}

export function costOf(ended: EndedSample): number | null {
  return "result" in ended ? ended.result.costUsd : ended.error.costUsd;
}

/** US dollars; null as soon as one of the two is unknown. */
export function addCosts(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

/** The event that tells of an end. */
export function eventOf(ended: EndedSample, retryAfterMs?: number): RunEvent {
  if ("result" in ended) return { type: "sample-end", data: ended.result };
  const { variant, case: caseId, sample, code, message, kept } = ended.error;
  return {
    type: "sample-error",
    data: {
      variant,
      case: caseId,
      sample,
      code,
      message,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(kept === undefined ? {} : { kept }),
    },
  };
}

/** The same end, marked as shown and not kept. */
export function markUnkept(ended: EndedSample): EndedSample {
  return "result" in ended
    ? { result: { ...ended.result, kept: false } }
    : { error: { ...ended.error, kept: false } };
}

/** Whether an end holds an answer: one that stopped or broke off half way, or failed, has to be asked for again. */
export function isAnswer({ ended }: ArchivedEnd): boolean {
  if ("error" in ended) return false;
  return ended.result.ending !== "stopped" && ended.result.ending !== "interrupted";
}
