import "server-only";
import { RUN_CONCURRENCY, RUN_OUTPUT_CHARS } from "#lib/base/limits.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import type { CheckResult } from "#lib/checks/types.ts";
import type { Usage } from "#lib/providers/types.ts";
import type { ArchivedEnd, EndedSample, FailedSample } from "./archive.ts";
import { addCosts, cellOf, costOf, eventOf, keyOf, markUnkept } from "./ended-samples.ts";
import type { EventLog } from "./event-log.server.ts";
import type { RunStatus, SampleResult } from "./events.ts";
import type { Gate } from "./gate.server.ts";
import type { Keeper } from "./keeper.server.ts";
import { type PlannedSample, runSample, type SampleOutcome } from "./sample.server.ts";

/** A run that has been checked and can start: nothing in it can be refused any more. */
export interface PreparedRun {
  samples: PlannedSample[];
  /** Holds every check of the comparison against one output; its case's values stand in for variables. */
  holdChecks(sample: PlannedSample, text: string): CheckResult[];
  /** US dollars; null when the price is unknown. */
  costUsd(sample: PlannedSample, usage: Usage): number | null;
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

/** What an earlier part of the same run left. */
export interface EarlierPart {
  ends: readonly ArchivedEnd[];
  costUsd: number | null;
  status: RunStatus;
  /** Cells of the whole run, those of this part included. */
  total: number;
}

export interface Job {
  stop(): void;
  /** Stops it from our side: the run counts as interrupted. */
  interrupt(): void;
  snapshot(): RunSnapshot;
  /** How each cell ended, by place of their ends in the log. */
  ends(): ArchivedEnd[];
  /** Resolves when the last event is in the log. Never rejects. */
  finished: Promise<void>;
}

interface JobSurroundings {
  gate: Gate;
  log: EventLog;
  keeper: Keeper;
  earlier: EarlierPart | null;
  onDefect(error: unknown): void;
}

/** Starts a run at once. Planned order is kept; at most 8 calls are open at a time. */
export function startJob(runId: string, prepared: PreparedRun, around: JobSurroundings): Job {
  const controller = new AbortController();
  const { earlier, keeper } = around;
  const total = earlier?.total ?? prepared.samples.length;
  const ends = new Map<string, ArchivedEnd>();
  for (const end of earlier?.ends ?? []) ends.set(cellOf(keyOf(end.ended)), end);
  const queue = [...prepared.samples];
  let status: RunStatus = "running";
  let interrupted = false;
  let costUsd = earlier === null ? 0 : earlier.costUsd;
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

  const judge = (planned: PlannedSample, outcome: SampleOutcome): EndedSample => {
    const text = wellFormed(outcome.text);
    outputChars += outcome.text.length + outcome.thinking.length;
    const sampleCostUsd = prepared.costUsd(planned, outcome.usage);
    if (outcome.error !== undefined) {
      // A call that brought nothing is not charged for.
      const charged = outcome.text === "" && outcome.thinking === "" ? 0 : sampleCostUsd;
      const { code, message } = outcome.error;
      return { error: { ...planned.key, code, message, text, usage: outcome.usage, costUsd: charged } };
    }
    return {
      result: {
        ...planned.key,
        text,
        ...(outcome.thinking === "" ? {} : { thinking: wellFormed(outcome.thinking) }),
        ending: outcome.ending ?? "interrupted",
        usage: outcome.usage,
        timing: outcome.timing,
        costUsd: sampleCostUsd,
        checks: checksOf(planned, text),
        ...(outcome.origin === undefined ? {} : { origin: outcome.origin }),
      },
    };
  };

  /** Whatever goes wrong here is ours, and the sample still ends once. */
  const judgeSafely = (planned: PlannedSample, outcome: SampleOutcome): EndedSample => {
    try {
      return judge(planned, outcome);
    } catch (error) {
      around.onDefect(error);
      return {
        error: {
          ...planned.key,
          code: "internal",
          message: "Something failed on our side after the answer came. Try again.",
          text: wellFormed(outcome.text),
          usage: outcome.usage,
          costUsd: null,
        },
      };
    }
  };

  /** Nobody is told of an end before it is durable; one that cannot be made durable is told as that. */
  const end = async (planned: PlannedSample, outcome: SampleOutcome) => {
    const judged = judgeSafely(planned, outcome);
    const place = around.log.reserve();
    const kept = await keeper.sampleEnded(place.id, judged);
    const ended = kept ? judged : markUnkept(judged);
    const cell = cellOf(planned.key);
    ends.delete(cell);
    ends.set(cell, { eventId: place.id, ended });
    costUsd = addCosts(costUsd, costOf(ended));
    place.fill(eventOf(ended, outcome.error?.retryAfterMs));
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
      if (attempted) await end(planned, outcome);
    }
  };

  const endStatus = (): Exclude<RunStatus, "running"> => {
    if (controller.signal.aborted) return interrupted ? "interrupted" : "stopped";
    const before = earlier?.status;
    // One cell made again does not make a run whole of which others are still missing.
    if ((before === "interrupted" || before === "stopped") && ends.size < total) return before;
    return [...ends.values()].some(({ ended }) => "result" in ended) ? "complete" : "failed";
  };

  const all = async () => {
    // The log of a run that goes on begins with its beginning already.
    if (earlier === null) around.log.append({ type: "run-start", data: { runId, total } });
    const workers = Math.min(RUN_CONCURRENCY, prepared.samples.length);
    const worked = await Promise.allSettled(Array.from({ length: workers }, work));
    for (const result of worked) if (result.status === "rejected") around.onDefect(result.reason);
    const last = endStatus();
    const place = around.log.reserve();
    await keeper.runEnded(place.id, last);
    status = last;
    place.fill({ type: "run-end", data: { runId, status: last, costUsd } });
    around.log.close();
  };

  return {
    stop: () => controller.abort(new Error("stopped")),
    interrupt() {
      if (controller.signal.aborted) return;
      interrupted = true;
      controller.abort(new Error("interrupted"));
    },
    snapshot: () => ({ runId, status, total, costUsd, ...listed(ends.values()) }),
    ends: () => [...ends.values()],
    finished: all().catch(around.onDefect),
  };
}

/** Ends as two lists, answers and failures. */
function listed(ends: Iterable<ArchivedEnd>): Pick<RunSnapshot, "samples" | "errors"> {
  const samples: SampleResult[] = [];
  const errors: FailedSample[] = [];
  for (const { ended } of ends) {
    if ("result" in ended) samples.push(ended.result);
    else errors.push(ended.error);
  }
  return { samples, errors };
}
