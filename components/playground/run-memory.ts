import type { Comparison } from "#lib/comparison/schema.ts";
import type { Submission } from "#lib/runs/client.ts";
import type { SampleKey } from "#lib/runs/events.ts";

/** The runs of this tab that a reload should find again: the first, then each retried sample. */
export interface RunMemory {
  comparison: Comparison;
  /** What decided when Run was pressed, where the contract was changed since. */
  promised?: string;
  runs: readonly { id: string; only: SampleKey[] | null }[];
  /** What was sent after them and not answered yet: a reload asks for its answer, and pays no second time. */
  asked?: Asked;
}

/** A run that was asked for and has no name yet. */
export interface Asked {
  comparison: Comparison;
  promised?: string;
  submission: Submission;
  only: SampleKey[] | null;
  /** What becomes of the runs that are there: it is one of them, stands beside them, or takes their place. */
  how: "adds" | "beside" | "replaces";
  /** When it was asked for by hand, ms since 1970. */
  atMs: number;
}

const KEY = "afterprompt.run";

/** Each place remembers a run of its own; "" is the playground. */
export function rememberRun(place: string, memory: RunMemory): void {
  try {
    sessionStorage.setItem(keyOf(place), JSON.stringify(memory));
  } catch {
    // Storage is full or switched off: the run goes on, only a reload would not find it.
  }
}

export function forgetRun(place: string): void {
  try {
    sessionStorage.removeItem(keyOf(place));
  } catch {
    // Nothing was stored either.
  }
}

/** What was remembered, unparsed: it may come from an older version of the page. */
export function recallRun(place: string): unknown {
  try {
    const json = sessionStorage.getItem(keyOf(place));
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}

function keyOf(place: string): string {
  return place === "" ? KEY : `${KEY}.${place}`;
}
