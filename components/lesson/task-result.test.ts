import { expect, test } from "vitest";
import type { Run } from "#components/playground/state.ts";
import { holdAll } from "#lib/checks/hold.ts";
import { type Exercise, exerciseComparison } from "#lib/library/exercise.ts";
import { cellId, type SampleView } from "#lib/runs/ledger.ts";
import { taskAnswers, taskResult, taskWords } from "./task-result.ts";

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

/** The answers of a run, held against the task's own checks as the page does it. */
function resultOf(run: Run | null, needed?: number) {
  const answers = taskAnswers(run, TASK);
  const held = answers.map(({ text }) => holdAll(TASK.checks, text));
  return taskResult(answers, held, { checks: TASK.checks, needed });
}

test("[LS10] counts the After answers that keep every rule; solved when all do", () => {
  const run = runOf([
    answered("before", 0, exercise.keeps),
    answered("after", 0, exercise.keeps),
    answered("after", 1, exercise.breaks),
  ]);
  expect(resultOf(run)).toMatchObject({ kept: 1, of: 2, solved: false });
  const solved = runOf([answered("after", 0, exercise.keeps), answered("after", 1, exercise.keeps)]);
  expect(resultOf(solved)).toMatchObject({ kept: 2, of: 2, solved: true, simulated: false });
});

test("[LS10] an answer that was stopped says nothing, and neither does a run of something else or of nothing", () => {
  expect(resultOf(runOf([answered("after", 0, exercise.keeps, "stopped")]))).toBeNull();
  const kept = [answered("after", 0, exercise.keeps)];
  expect(resultOf(runOf(kept, { phase: "running" }))).toBeNull();
  expect(resultOf(runOf(kept, { comparison: { ...TASK, title: "The poem" } }))).toBeNull();
  expect(resultOf(null)).toBeNull();
});

test("[LS10] a contract that was weakened, switched off or emptied solves nothing", () => {
  const broken = [answered("after", 0, exercise.breaks)];
  const weak = TASK.checks.map((check) => ({ ...check, hard: false }));
  for (const comparison of [
    { ...TASK, checks: weak },
    { ...TASK, checks: [] },
    { ...TASK, settings: { ...TASK.settings, off: ["lines"] } },
  ]) {
    expect(resultOf(runOf(broken, { comparison }))).toMatchObject({ kept: 0, of: 1, solved: false });
  }
});

test("[LS10] a task can ask for so many answers, no fewer and not all", () => {
  const texts = [exercise.keeps, exercise.keeps, exercise.breaks];
  const run = runOf(texts.map((text, sample) => answered("after", sample, text)));
  expect(resultOf(run, 2)?.solved).toBe(true);
  expect(resultOf(run, 3)?.solved).toBe(false);
  const one = resultOf(runOf([answered("after", 0, exercise.keeps)]), 2);
  expect(one).toMatchObject({ kept: 1, of: 1, solved: false });
  expect(one && taskWords(one)).toBe(
    "1 of 1 After answers keep every rule of the task. The task asks for 2 that do. Run more samples.",
  );
});

test("[LS10] solved on simulated answers is said to be so", () => {
  const sample = answered("after", 0, exercise.keeps);
  if (sample.result === null) throw new Error("it has ended");
  const simulated = runOf([{ ...sample, result: { ...sample.result, origin: "simulated" } }]);
  const words = (run: Run) => {
    const result = resultOf(run);
    return result && taskWords(result);
  };
  expect(words(simulated)).toBe(
    "The After answer keeps every rule of the task, on simulated answers, not a model.",
  );
  expect(words(runOf([sample]))).toBe("The After answer keeps every rule of the task.");
});
