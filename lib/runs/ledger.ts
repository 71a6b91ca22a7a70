import type { RunEvent, RunStatus, SampleKey, SampleResult } from "./events.ts";

/** One cell of a run as a page shows it. */
export interface SampleView extends SampleKey {
  /** `unstarted`: the run was over before its turn came. */
  phase: "waiting" | "writing" | "ended" | "failed" | "unstarted";
  attempt: number;
  text: string;
  thinking: string;
  /** Set once it has ended. */
  result: SampleResult | null;
  /** Set once it has failed. */
  problem: { code: string; message: string; retryAfterMs?: number } | null;
}

/** What a run looks like at one moment; samples that did not change keep their identity. */
export interface RunView {
  samples: ReadonlyMap<string, SampleView>;
  /** Samples that have an outcome, of all that were planned. */
  done: number;
  total: number;
  status: RunStatus;
  /** Absent before the run has begun, and where no server has made it. */
  runId?: string;
  /** US dollars so far; null when a price is unknown. */
  costUsd: number | null;
}

/** Gathers a run's events outside of any interface; `view` is asked for at the interface's own pace. */
export interface Ledger {
  apply(event: RunEvent): void;
  view(): RunView;
}

export function cellId({ variant, case: caseId, sample }: SampleKey): string {
  return `${variant}/${caseId}/${sample}`;
}

/**
 * A ledger for planned cells. `previous` keeps what an earlier run found in cells that this one does not
 * make again, so that one sample can be retried in place.
 */
export function createLedger(plan: readonly SampleKey[], previous?: RunView): Ledger {
  const samples = new Map<string, SampleView>(previous?.samples);
  const changed = new Map<string, SampleView>();
  let status: RunView["status"] = "running";
  let runId: string | undefined;
  let endCostUsd: number | null | undefined;
  let current: RunView | null = null;
  for (const key of plan) samples.set(cellId(key), waiting(key));

  const cell = (key: SampleKey): SampleView => {
    const id = cellId(key);
    const open = changed.get(id);
    if (open !== undefined) return open;
    const copy = { ...(samples.get(id) ?? waiting(key)) };
    changed.set(id, copy);
    return copy;
  };

  /** A run that was continued tells the cost of all of it at its end. */
  const earlierCostUsd = (): number | null =>
    previous === undefined || previous.runId === runId ? 0 : previous.costUsd;

  return {
    apply(event) {
      current = null;
      switch (event.type) {
        case "run-start":
          runId = event.data.runId;
          return;
        case "sample-start":
          Object.assign(cell(event.data), {
            ...waiting(event.data),
            phase: "writing",
            attempt: event.data.attempt,
          });
          return;
        case "text-delta":
          cell(event.data).text += event.data.text;
          return;
        case "thinking-delta":
          cell(event.data).thinking += event.data.text;
          return;
        case "sample-end": {
          const sample = cell(event.data);
          sample.phase = "ended";
          sample.text = event.data.text;
          sample.thinking = event.data.thinking ?? "";
          sample.result = event.data;
          return;
        }
        case "sample-error": {
          const { code, message, retryAfterMs } = event.data;
          const sample = cell(event.data);
          sample.phase = "failed";
          sample.problem = { code, message, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
          return;
        }
        case "run-end":
          status = event.data.status;
          endCostUsd = event.data.costUsd;
          for (const [, sample] of samples) {
            if (sample.phase === "waiting" && !changed.has(cellId(sample))) cell(sample).phase = "unstarted";
          }
          return;
      }
    },
    view() {
      if (current !== null) return current;
      for (const [id, sample] of changed) samples.set(id, sample);
      changed.clear();
      const all = [...samples.values()];
      current = {
        samples: new Map(samples),
        done: all.filter(({ phase }) => phase === "ended" || phase === "failed").length,
        total: all.length,
        status,
        ...(runId === undefined ? {} : { runId }),
        costUsd: endCostUsd === undefined ? sumCost(all) : addCost(earlierCostUsd(), endCostUsd),
      };
      return current;
    },
  };
}

function waiting({ variant, case: caseId, sample }: SampleKey): SampleView {
  return {
    variant,
    case: caseId,
    sample,
    phase: "waiting",
    attempt: 0,
    text: "",
    thinking: "",
    result: null,
    problem: null,
  };
}

function addCost(earlier: number | null, now: number | null): number | null {
  return earlier === null || now === null ? null : earlier + now;
}

function sumCost(samples: readonly SampleView[]): number | null {
  let sum = 0;
  for (const { result } of samples) {
    if (result === null) continue;
    if (result.costUsd === null) return null;
    sum += result.costUsd;
  }
  return sum;
}
