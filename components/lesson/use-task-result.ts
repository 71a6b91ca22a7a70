import { useEffect, useMemo, useState } from "react";
import { usePlayground } from "#components/playground/context.tsx";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { cellId } from "#lib/runs/ledger.ts";
import { type TaskResult, taskAnswers, taskResult } from "./task-result.ts";

/** What the last run says about the task: its answers are held against the task's own checks here in the browser. */
export function useTaskResult(exercise: Comparison, needed: number | undefined): TaskResult | null {
  const run = usePlayground((state) => state.run);
  const answers = useMemo(() => taskAnswers(run, exercise), [run, exercise]);
  const cases = run?.comparison.cases;
  const [result, setResult] = useState<TaskResult | null>(null);
  useEffect(() => {
    let over = false;
    if (answers.length === 0) {
      setResult(null);
      return;
    }
    const texts = answers.map((sample) => ({
      key: cellId(sample),
      text: sample.text,
      values: (cases?.find(({ id }) => id === sample.case) ?? EMPTY_CASE).values,
    }));
    const hold = async () => {
      const { openChecker } = await import("#components/playground/checker.ts");
      if (over) return;
      const checker = openChecker();
      try {
        const held = await checker.hold({ mode: "whole", checks: exercise.checks, texts });
        const results = held.map((each) => each.results);
        if (!over) setResult(taskResult(answers, results, { checks: exercise.checks, needed }));
      } finally {
        checker.close();
      }
    };
    // A thread that cannot be loaded says nothing about the task; the run and its answers are there all the same.
    void hold().catch(() => undefined);
    return () => {
      over = true;
    };
  }, [answers, cases, exercise, needed]);
  return answers.length === 0 ? null : result;
}
