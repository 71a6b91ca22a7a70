import "server-only";
import { RUN_CONCURRENCY, RUN_OUTPUT_CHARS } from "#lib/base/limits.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import type { CheckResult } from "#lib/checks/types.ts";
import type { Usage } from "#lib/providers/types.ts";
import type { EventLog } from "./event-log.server.ts";
import type { RunStatus, SampleKey, SampleResult } from "./events.ts";
import type { Gate } from "./gate.server.ts";
import { type PlannedSample, runSample, type SampleOutcome } from "./sample.server.ts";

/** A run that has been checked and can start: nothing in it can be refused any more. */
export interface PreparedRun {
  samples: PlannedSample[];
  /** Holds every check of the comparison against one output; its case's values stand in for variables. */
  holdChecks(sample: PlannedSample, text: string): CheckResult[];
  /** US dollars; null when the price is unknown. */
  costUsd(sample: PlannedSample, usage: Usage): number | null;
}

export interface FailedSample extends SampleKey {
  code: string;
  message: string;
  /** What had arrived before the failure. */
  text: string;
  usage: Usage;
  costUsd: number | null;
}

/** A run as GET /api/runs/{id} answers it. */
export interface RunSnapshot {
  runId: string;
  status: RunStatus;
  total: number;
  samples: SampleResult[];
  errors: FailedSample[];
  costUsd: number | null;
}

export interface Job {
  stop(): void;
  snapshot(): RunSnapshot;
  /** Resolves when the last event is in the log. Never rejects. */
  finished: Promise<void>;
}

interface JobSurroundings {
  gate: Gate;
  log: EventLog;
  onDefect(error: unknown): void;
}

/** Starts a run at once. Planned order is kept; at most 8 calls are open at a time. */
export function startJob(runId: string, prepared: PreparedRun, around: JobSurroundings): Job {
  const controller = new AbortController();
  const samples: SampleResult[] = [];
  const errors: FailedSample[] = [];
  const queue = [...prepared.samples];
  let status: RunStatus = "running";
  let outputChars = 0;

  /** A defect in a check costs the check, not the answer that was paid for. */
  const checksOf = (planned: PlannedSample, text: string): CheckResult[] => {
    try {
      return prepared.holdChecks(planned, text);
    } catch (error) {
      around.onDefect(error);
      return [];
    }
  };

  /** Writes a sample's end. Whatever goes wrong here is ours, and the sample still ends once. */
  const end = (planned: PlannedSample, outcome: SampleOutcome) => {
    try {
      finish(planned, outcome);
    } catch (error) {
      around.onDefect(error);
      const failed = {
        code: "internal",
        message: "Something failed on our side after the answer came. Try again.",
      };
      errors.push({
        ...planned.key,
        ...failed,
        text: wellFormed(outcome.text),
        usage: outcome.usage,
        costUsd: null,
      });
      around.log.append({ type: "sample-error", data: { ...planned.key, ...failed } });
    }
  };

  const finish = (planned: PlannedSample, outcome: SampleOutcome) => {
    const text = wellFormed(outcome.text);
    outputChars += outcome.text.length + outcome.thinking.length;
    const costUsd = prepared.costUsd(planned, outcome.usage);
    if (outcome.error !== undefined) {
      // A call that brought nothing is not charged for.
      const charged = outcome.text === "" && outcome.thinking === "" ? 0 : costUsd;
      const { code, message } = outcome.error;
      errors.push({ ...planned.key, code, message, text, usage: outcome.usage, costUsd: charged });
      around.log.append({ type: "sample-error", data: { ...planned.key, ...outcome.error } });
      return;
    }
    const result: SampleResult = {
      ...planned.key,
      text,
      ...(outcome.thinking === "" ? {} : { thinking: wellFormed(outcome.thinking) }),
      ending: outcome.ending ?? "interrupted",
      usage: outcome.usage,
      timing: outcome.timing,
      costUsd,
      checks: checksOf(planned, text),
      ...(outcome.origin === undefined ? {} : { origin: outcome.origin }),
    };
    samples.push(result);
    around.log.append({ type: "sample-end", data: result });
  };

  const work = async () => {
    for (let planned = queue.shift(); planned !== undefined; planned = queue.shift()) {
      if (controller.signal.aborted) return;
      const { key } = planned;
      let attempted = false;
      const outcome = await runSample(planned, {
        gate: around.gate,
        signal: controller.signal,
        channel: around.log.channel(key),
        roomChars: () => RUN_OUTPUT_CHARS - outputChars,
        onDefect: around.onDefect,
        onAttempt(attempt) {
          attempted = true;
          around.log.append({ type: "sample-start", data: { ...key, attempt } });
        },
      });
      // A sample that was stopped while it waited for its turn was never begun: there is nothing to tell.
      if (attempted) end(planned, outcome);
    }
  };

  const costSoFar = (): number | null =>
    [...samples, ...errors].reduce<number | null>(
      (sum, { costUsd }) => (sum === null || costUsd === null ? null : sum + costUsd),
      0,
    );

  const all = async () => {
    around.log.append({ type: "run-start", data: { runId, total: prepared.samples.length } });
    const workers = Math.min(RUN_CONCURRENCY, prepared.samples.length);
    const worked = await Promise.allSettled(Array.from({ length: workers }, work));
    for (const result of worked) if (result.status === "rejected") around.onDefect(result.reason);
    const stopped = controller.signal.aborted;
    status = stopped ? "stopped" : samples.length === 0 ? "failed" : "complete";
    around.log.append({ type: "run-end", data: { runId, status, costUsd: costSoFar() } });
    around.log.close();
  };

  return {
    stop: () => controller.abort(new Error("stopped")),
    snapshot: () => ({
      runId,
      status,
      total: prepared.samples.length,
      samples,
      errors,
      costUsd: costSoFar(),
    }),
    finished: all().catch(around.onDefect),
  };
}
