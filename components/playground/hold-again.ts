import type { CheckResult } from "#lib/checks/types.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { cellId, type RunView, type SampleView } from "#lib/runs/ledger.ts";
import { openChecker } from "./checker.ts";
import type { HoldText } from "./hold-texts.ts";
import { parseMemory } from "./parse-memory.ts";
import { recallRun, rememberRun } from "./run-memory.ts";
import type { GetState, SetState } from "./state.ts";

/** Newer edits make an older one pointless. */
let latest = 0;

/**
 * Gives the run another contract: every answer that is there is held against it, then the checks and what they
 * found change in one step. Answers that end later in the same run are held as they come.
 */
export async function holdRunAgain(set: SetState, get: GetState, contract: Comparison): Promise<void> {
  latest += 1;
  const turn = latest;
  const begun = get().pressed;
  const checks = allChecks(contract);
  const done = new Map<string, { text: string; results: CheckResult[] }>();
  const checker = openChecker();
  const current = () => turn === latest && get().pressed === begun && get().run !== null;
  let placed = false;
  try {
    while (current()) {
      const { run } = get();
      if (run === null) return;
      const missing = unheld(run.view, contract, done);
      if (missing.length > 0) {
        for (const { key, results } of await checker.hold({ mode: "whole", checks, texts: missing })) {
          done.set(key, { text: missing.find((text) => text.key === key)?.text ?? "", results });
        }
        continue;
      }
      if (!placed || !isHeld(run.view, done)) {
        // A new object each time: what is worked out from a run follows its comparison.
        set({ run: { ...run, comparison: { ...contract }, view: withResults(run.view, done) } });
      }
      if (!placed && run.id !== null) remember(get().place, contract, run.promised);
      placed = true;
      if (run.phase === "over") return;
      await nextChange(get);
    }
  } finally {
    checker.close();
  }
}

/** Ended answers that were not held yet, or whose text is another by now. */
function unheld(
  view: RunView,
  { cases }: Comparison,
  done: ReadonlyMap<string, { text: string }>,
): HoldText[] {
  return ended(view)
    .filter((sample) => done.get(cellId(sample))?.text !== sample.text)
    .map((sample) => ({
      key: cellId(sample),
      text: sample.text,
      values: (cases.find(({ id }) => id === sample.case) ?? EMPTY_CASE).values,
    }));
}

function isHeld(view: RunView, done: ReadonlyMap<string, { results: CheckResult[] }>): boolean {
  return ended(view).every((sample) => sample.result?.checks === done.get(cellId(sample))?.results);
}

function withResults(view: RunView, done: ReadonlyMap<string, { results: CheckResult[] }>): RunView {
  const samples = [...view.samples].map(([id, sample]): [string, SampleView] => {
    const checks = done.get(id)?.results;
    if (checks === undefined || sample.phase !== "ended" || sample.result === null) return [id, sample];
    return [id, { ...sample, result: { ...sample.result, checks } }];
  });
  return { ...view, samples: new Map(samples) };
}

function ended(view: RunView): SampleView[] {
  return [...view.samples.values()].filter(({ phase, result }) => phase === "ended" && result !== null);
}

/** So that a reload finds the run with the checks as they are now. */
function remember(place: string, comparison: Comparison, promised: string | undefined): void {
  const memory = parseMemory(recallRun(place));
  if (memory !== null) rememberRun(place, { ...memory, comparison, promised });
}

/** A run changes many times a second while it goes on; looking again once a frame is enough. */
function nextChange(get: GetState): Promise<void> {
  const seen = get().run?.view;
  return new Promise((resolve) => {
    const look = () =>
      get().run?.view === seen && get().run?.phase !== "over" ? setTimeout(look, 50) : resolve();
    look();
  });
}
