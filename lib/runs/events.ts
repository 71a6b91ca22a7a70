import type { CheckResult } from "#lib/checks/types.ts";
import type { Ending, Usage } from "#lib/providers/types.ts";

/** Names one cell of a run: `case` is the case's id, `sample` counts from 0. */
export interface SampleKey {
  variant: string;
  case: string;
  sample: number;
}

export interface Timing {
  /** From sending the request to the first character, thinking included; null when none came. */
  firstTokenMs: number | null;
  totalMs: number;
}

export type RunStatus = "running" | "complete" | "stopped" | "failed" | "interrupted";

export interface SampleResult extends SampleKey {
  text: string;
  thinking?: string;
  ending: Ending;
  usage: Usage;
  timing: Timing;
  /** US dollars; null when the price is unknown. */
  costUsd: number | null;
  checks: CheckResult[];
  /** Set when no model answered: the interface has to say so. */
  origin?: "bundled" | "simulated";
  /** Set when it could not be written to storage: it is shown, and may be gone after this page. */
  kept?: false;
}

/** The closed set of events a browser can receive. Upstream frames never pass through; they are re-encoded. */
export type RunEvent =
  | { type: "run-start"; data: { runId: string; total: number } }
  | { type: "sample-start"; data: SampleKey & { attempt: number } }
  | { type: "text-delta"; data: SampleKey & { text: string } }
  | { type: "thinking-delta"; data: SampleKey & { text: string } }
  | { type: "sample-end"; data: SampleResult }
  | {
      type: "sample-error";
      data: SampleKey & { code: string; message: string; retryAfterMs?: number; kept?: false };
    }
  | {
      type: "run-end";
      data: { runId: string; status: Exclude<RunStatus, "running">; costUsd: number | null };
    };
