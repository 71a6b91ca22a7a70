import { useMemo } from "react";
import { usePlayground } from "#components/playground/context.tsx";
import { parseMemory } from "#components/playground/parse-memory.ts";
import { recallRun } from "#components/playground/run-memory.ts";
import type { Run } from "#components/playground/state.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import { isContractChanged } from "#lib/comparison/promised-checks.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { SampleResult } from "#lib/runs/events.ts";

/** What the playground holds that could be shared. */
export interface Shareable {
  written: Comparison;
  /** The run that is over, with the prompts as they were run; null while there is none. */
  answered: {
    comparison: Comparison;
    samples: readonly SampleResult[];
    /** The runs of this server that brought the answers, oldest first; none when some came in with a file. */
    runIds: readonly string[];
    /** Other checks decide now than when Run was pressed. */
    contractChanged: boolean;
  } | null;
}

export function useShareable(): Shareable {
  const written = usePlayground((state) => state.comparison);
  const run = usePlayground((state) => state.run);
  const place = usePlayground((state) => state.place);
  const answered = useMemo(() => {
    if (run === null || run.phase !== "over") return null;
    const samples = [...run.view.samples.values()].flatMap(({ result }) => (result === null ? [] : [result]));
    if (samples.length === 0) return null;
    const { comparison, promised } = run;
    const contractChanged = isContractChanged(promised, allChecks(comparison));
    return { comparison, samples, runIds: runIdsOf(run, place), contractChanged };
  }, [run, place]);
  return { written, answered };
}

/** The server's record of a run alone would leave out, without a word, what came in with a file. */
export function runIdsOf({ id: own, source }: Run, place: string): string[] {
  if (own === null || source === "reported") return [];
  const remembered = parseMemory(recallRun(place))?.runs.map(({ id }) => id) ?? [];
  return remembered.includes(own) ? [...new Set(remembered)] : [own];
}
