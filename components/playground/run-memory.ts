import type { Comparison } from "#lib/comparison/schema.ts";
import type { SampleKey } from "#lib/runs/events.ts";

/** The runs of this tab that a reload should find again: the first, then each retried sample. */
export interface RunMemory {
  comparison: Comparison;
  runs: readonly { id: string; only: SampleKey[] | null }[];
}

const KEY = "afterprompt.run";

export function rememberRun(memory: RunMemory): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Storage is full or switched off: the run goes on, only a reload would not find it.
  }
}

export function forgetRun(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was stored either.
  }
}

/** What was remembered, unparsed: it may come from an older version of the page. */
export function recallRun(): unknown {
  try {
    const json = sessionStorage.getItem(KEY);
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
