import type { PlaygroundState } from "#components/playground/state.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import { isContractChanged } from "#lib/comparison/promised-checks.ts";
import { type FreezableSample, freeze } from "#lib/sharing/freeze.ts";
import type { Snapshot } from "#lib/sharing/snapshot.ts";
import type { FileDesk } from "./use-files.ts";

export function hasAnswers(run: PlaygroundState["run"]): boolean {
  return run !== null && [...run.view.samples.values()].some(({ result }) => result !== null);
}

/**
 * What the page holds, frozen: the run's comparison with the answers that have ended, or what is written now alone.
 * @throws AppError body-too-large when the answers are too long to hold all of them against the checks
 */
export function snapshotOf(
  { comparison, run }: Pick<PlaygroundState, "comparison" | "run">,
  files: Pick<FileDesk, "runSeenAtMs">,
  withAnswers: boolean,
): Snapshot {
  if (!withAnswers || run === null) return freeze(comparison, null);
  const cases = new Set(
    run.comparison.cases.length === 0 ? [EMPTY_CASE.id] : run.comparison.cases.map(({ id }) => id),
  );
  const samples = [...run.view.samples.values()].flatMap(({ result }): FreezableSample[] =>
    result === null || !cases.has(result.case) ? [] : [result],
  );
  return freeze(run.comparison, {
    startedAtMs: files.runSeenAtMs(),
    source: run.source,
    contractChanged: isContractChanged(run.promised, allChecks(run.comparison)),
    samples,
  });
}
