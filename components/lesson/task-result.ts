import { isLeftOut } from "#components/contract/rows.ts";
import type { PlaygroundState } from "#components/playground/state.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { decidingChecks } from "#lib/comparison/verdict-input.ts";

/** How the After answers of a task did. */
export interface TaskResult {
  /** After answers that kept every rule of the task. */
  kept: number;
  of: number;
  solved: boolean;
}

/** A comparison is the task while it holds the checks that came with the task. */
export function isTask(comparison: Comparison, exercise: Comparison): boolean {
  const ids = new Set(comparison.checks.map(({ id }) => id));
  return comparison.title === exercise.title && exercise.checks.every(({ id }) => ids.has(id));
}

/** What a finished run says about the task; null while there is none, or of something else. */
export function taskResult(
  { run, engine }: Pick<PlaygroundState, "run" | "engine">,
  exercise: Comparison,
): TaskResult | null {
  if (run === null || engine === null || run.phase !== "over" || !isTask(run.comparison, exercise))
    return null;
  const after = run.comparison.variants[1]?.id;
  const deciding = decidingChecks(engine.allChecks(run.comparison)).map(({ id }) => id);
  const answers = [...run.view.samples.values()].filter(
    (sample) => sample.variant === after && !isLeftOut(sample) && sample.result !== null,
  );
  if (answers.length === 0) return null;
  const kept = answers.filter(({ result }) =>
    deciding.every((id) => result?.checks.find((check) => check.id === id)?.result === "pass"),
  ).length;
  return { kept, of: answers.length, solved: kept === answers.length };
}
