import { expect, test } from "vitest";
import { engine } from "#components/playground/engine-core.ts";
import type { Run } from "#components/playground/state.ts";
import { holdAll } from "#lib/checks/hold.ts";
import { type Exercise, exerciseComparison } from "#lib/library/exercise.ts";
import { cellId, type SampleView } from "#lib/runs/ledger.ts";
import { isTask, taskResult } from "./task-result.ts";

const exercise: Exercise = {
  prompt: "Write a poem about the sea.",
  checks: [
    { id: "lines", hard: true, constraint: { kind: "lines", op: "exactly", n: 2 } },
    { id: "voice", hard: true, constraint: { kind: "other", text: "calm" } },
    { id: "sea", hard: false, constraint: { kind: "include", words: ["sea"], mode: "any" } },
  ],
  keeps: "The tide comes back.\nIt brings its silver.",
  breaks: "The sea is blue.",
};
const TASK = exerciseComparison("The poem", exercise);

function answered(variant: string, sample: number, text: string, ending = "complete"): SampleView {
  const key = { variant, case: "1", sample };
  const result = {
    ...key,
    text,
    ending: ending as "complete",
    usage: { inputTokens: 1, outputTokens: 1, estimated: true },
    timing: { firstTokenMs: 1, totalMs: 1 },
    costUsd: 0,
    checks: holdAll(TASK.checks, text),
  };
  return { ...key, phase: "ended", attempt: 1, text, thinking: "", result, problem: null };
}

function runOf(samples: SampleView[], change: Partial<Run> = {}): Run {
  return {
    comparison: TASK,
    id: "run_1",
    phase: "over",
    connection: "open",
    source: "recorded",
    view: {
      samples: new Map(samples.map((sample) => [cellId(sample), sample])),
      done: samples.length,
      total: samples.length,
      status: "complete",
      costUsd: 0,
    },
    ...change,
  };
}

test("[LS10] counts the After answers that keep every rule; solved when all do", () => {
  const run = runOf([
    answered("before", 0, exercise.keeps),
    answered("after", 0, exercise.keeps),
    answered("after", 1, exercise.breaks),
  ]);
  expect(taskResult({ run, engine }, TASK)).toEqual({ kept: 1, of: 2, solved: false });
  const solved = runOf([answered("after", 0, exercise.keeps), answered("after", 1, exercise.keeps)]);
  expect(taskResult({ run: solved, engine }, TASK)).toEqual({ kept: 2, of: 2, solved: true });
});

test("[LS10] an answer that was stopped says nothing, and neither does a run of something else or of nothing", () => {
  const stopped = runOf([answered("after", 0, exercise.keeps, "stopped")]);
  expect(taskResult({ run: stopped, engine }, TASK)).toBeNull();
  const kept = [answered("after", 0, exercise.keeps)];
  expect(taskResult({ run: runOf(kept, { phase: "running" }), engine }, TASK)).toBeNull();
  expect(
    taskResult({ run: runOf(kept, { comparison: { ...TASK, title: "The poem" } }), engine }, TASK),
  ).toBeNull();
  expect(taskResult({ run: null, engine }, TASK)).toBeNull();
  expect(taskResult({ run: runOf(kept), engine: null }, TASK)).toBeNull();
});

test("[LS10] a task without its own checks is not the task any more; with further ones it is", () => {
  expect(isTask(TASK, TASK)).toBe(true);
  expect(isTask({ ...TASK, checks: TASK.checks.slice(1) }, TASK)).toBe(false);
  expect(isTask({ ...TASK, title: "The poem" }, TASK)).toBe(false);
  const mine = TASK.checks.map((check) => ({ ...check, id: `my-${check.id}` }));
  expect(isTask({ ...TASK, checks: [...TASK.checks, ...mine] }, TASK)).toBe(true);
});
