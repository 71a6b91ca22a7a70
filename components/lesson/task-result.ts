import { isLeftOut } from "#components/contract/rows.ts";
import type { Run } from "#components/playground/state.ts";
import type { CheckResult } from "#lib/checks/types.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { decidingChecks } from "#lib/comparison/verdict-input.ts";
import type { SampleView } from "#lib/runs/ledger.ts";

/** How the After answers of a task did. */
export interface TaskResult {
  /** After answers that kept every rule of the task. */
  kept: number;
  of: number;
  /** So many have to; absent = all of them. */
  needed?: number;
  solved: boolean;
  /** No model wrote them: they are bundled or simulated. */
  simulated: boolean;
}

const NONE: readonly SampleView[] = [];

/** The After answers of a finished run of the task; none while it goes on, and of a run of something else. */
export function taskAnswers(run: Run | null, exercise: Comparison): readonly SampleView[] {
  if (run === null || run.phase !== "over" || run.comparison.title !== exercise.title) return NONE;
  const after = run.comparison.variants[1]?.id;
  return [...run.view.samples.values()].filter(
    (sample) => sample.variant === after && !isLeftOut(sample) && sample.result !== null,
  );
}

/**
 * What the answers say about the task. `held` is what came of holding each against the task's own checks, in the same
 * order: whatever was done to the contract on the page makes no difference. Null without an answer.
 */
export function taskResult(
  answers: readonly SampleView[],
  held: readonly (readonly CheckResult[])[],
  { checks, needed }: Pick<Comparison, "checks"> & { needed?: number },
): TaskResult | null {
  if (answers.length === 0) return null;
  const deciding = decidingChecks(checks).map(({ id }) => id);
  const kept = held.filter((results) =>
    deciding.every((id) => results.find((check) => check.id === id)?.result === "pass"),
  ).length;
  return {
    kept,
    of: answers.length,
    needed,
    solved: kept >= (needed ?? answers.length),
    simulated: answers.some(({ result }) => result?.origin !== undefined),
  };
}

/** The sentence that follows "Solved.", or stands alone. */
export function taskWords({ kept, of, needed, solved, simulated }: TaskResult): string {
  const some = `${kept} of ${of} After answers keep`;
  if (!solved) {
    const more = needed === undefined ? "" : ` The task asks for ${needed} that do.`;
    const missed = kept < of ? " The contract shows which rules are missed." : " Run more samples.";
    return `${some} every rule of the task.${more}${missed}`;
  }
  const all = of === 1 ? "The After answer keeps" : `All ${of} After answers keep`;
  const where = simulated ? ", on simulated answers, not a model" : "";
  return `${kept === of ? all : some} every rule of the task${where}.`;
}
