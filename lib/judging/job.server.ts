import "server-only";
import { RUN_CONCURRENCY } from "#lib/base/limits.ts";
import type { Usage } from "#lib/providers/types.ts";
import type { Gate } from "#lib/runs/gate.server.ts";
import { type PlannedSample, runSample, type SampleOutcome } from "#lib/runs/sample.server.ts";
import { chargedUsage, NO_USAGE } from "#lib/runs/usage.ts";
import { biasOf } from "./bias.ts";
import type { JudgeEvent, PairJudged } from "./events.ts";
import { JUDGE_PROMPT_VERSION } from "./judge-prompt.ts";
import { judgedEvent } from "./judged-event.ts";
import type { PreparedJudging, PreparedUnit } from "./prepare.server.ts";
import type { JudgeReply } from "./reply.ts";

interface JobSurroundings {
  gate: Gate;
  signal: AbortSignal;
  emit(event: JudgeEvent): void;
  onDefect(error: unknown): void;
  random?: () => number;
}

/** Failures that the next call would meet as well: asking on would only cost time or money. */
const HOPELESS: ReadonlySet<string> = new Set([
  "wrong-key",
  "no-credit",
  "forbidden",
  "unknown-model",
  "bad-parameter",
  "address-refused",
  "redirected",
  "not-an-api",
  "no-key",
]);
/** A verdict is short: beyond this the call is closed, whatever is still to come, characters. */
const ANSWER_CHARS = 50_000;
/** So many failed calls in a row, and the judge is given up on. */
const FAILURES_IN_A_ROW = 5;

interface Done {
  reply: JudgeReply;
  usage: Usage;
  costUsd: number | null;
}

/** One call of a unit; the unit is told when its last call is done. */
interface Task {
  prepared: PreparedUnit;
  planned: PlannedSample;
  index: number;
  done: Done[];
}

/** Judges everything and tells it. At most 8 calls are open at a time. Resolves after the last event. */
export async function judgeAll(prepared: PreparedJudging, around: JobSurroundings): Promise<void> {
  const { judge, mode } = prepared;
  const queue = prepared.units.flatMap(tasksOf);
  const all: Done[] = [];
  const judged: PairJudged[] = [];
  let problem: { code: string; message: string } | null = null;
  let failedInARow = 0;

  const tell = (unit: PreparedUnit["unit"], done: readonly Done[]) => {
    const event = judgedEvent(unit, {
      replies: done.map(({ reply }) => reply),
      usage: addUsage(done),
      costUsd: addCost(done),
    });
    if (event.type === "pair-judged") judged.push(event.data);
    around.emit(event);
  };
  const note = (outcome: SampleOutcome) => {
    if (outcome.error === undefined) {
      failedInARow = 0;
      return;
    }
    failedInARow += 1;
    const { code, message } = outcome.error;
    if (HOPELESS.has(code) || failedInARow >= FAILURES_IN_A_ROW) problem ??= { code, message };
  };
  const work = async () => {
    while (problem === null && !around.signal.aborted) {
      const task = queue.shift();
      if (task === undefined) return;
      let attempted = false;
      const outcome = await runSample(task.planned, {
        gate: around.gate,
        signal: around.signal,
        channel: SILENT,
        roomChars: () => ANSWER_CHARS,
        onAttempt: () => {
          attempted = true;
        },
        onDefect: around.onDefect,
        ...(around.random === undefined ? {} : { random: around.random }),
      });
      // Stopped while it waited for its turn: nothing was asked.
      if (!attempted) return;
      const done = finished(outcome, prepared);
      note(outcome);
      all.push(done);
      task.done[task.index] = done;
      if (Object.keys(task.done).length === task.prepared.calls.length) tell(task.prepared.unit, task.done);
    }
  };

  around.emit({
    type: "judge-start",
    data: { judge, promptVersion: JUDGE_PROMPT_VERSION, mode, calls: queue.length },
  });
  for (const { unit, calls } of prepared.units) if (calls.length === 0) tell(unit, []);
  await Promise.all(Array.from({ length: Math.min(RUN_CONCURRENCY, queue.length) }, work));
  if (problem !== null) around.emit({ type: "judge-error", data: problem });
  around.emit({
    type: "judge-end",
    data: {
      judge,
      promptVersion: JUDGE_PROMPT_VERSION,
      status: around.signal.aborted ? "stopped" : problem === null ? "complete" : "failed",
      calls: all.length,
      usage: addUsage(all),
      costUsd: addCost(all),
      ...(mode === "pairwise" ? { bias: biasOf(prepared.pairs, judged) } : {}),
    },
  });
}

/** A verdict is read when it is whole; nobody watches it being written. */
const SILENT = { text: () => undefined, thinking: () => undefined };

function tasksOf(prepared: PreparedUnit): Task[] {
  const done: Done[] = [];
  return prepared.calls.map((planned, index) => ({ prepared, planned, index, done }));
}

function finished(outcome: SampleOutcome, prepared: PreparedJudging): Done {
  const { text, ending, error } = outcome;
  const usage = chargedUsage(outcome);
  return {
    reply: {
      text,
      ...(ending === undefined ? {} : { ending }),
      ...(error === undefined ? {} : { problem: { code: error.code, message: error.message } }),
    },
    usage,
    costUsd: usage === NO_USAGE ? 0 : prepared.costUsd(usage),
  };
}

function addUsage(done: readonly Done[]): Usage {
  return done.reduce<Usage>(
    (sum, { usage }) => ({
      inputTokens: sum.inputTokens + usage.inputTokens,
      outputTokens: sum.outputTokens + usage.outputTokens,
      estimated: sum.estimated || usage.estimated,
    }),
    NO_USAGE,
  );
}

function addCost(done: readonly Done[]): number | null {
  return done.reduce<number | null>(
    (sum, { costUsd }) => (sum === null || costUsd === null ? null : sum + costUsd),
    0,
  );
}
