import { MAX_SAMPLES } from "#lib/base/limits.ts";
import type { Outcome, PlannedPair } from "#lib/statistics/seen.ts";
import type { VerdictInput } from "#lib/statistics/verdict-types.ts";
import { type Place, placesOf } from "./places.ts";
import { EMPTY_CASE } from "./plan.ts";
import type { Check, Comparison } from "./schema.ts";
import { isUnfinished } from "./unfinished.ts";

/** One cell of a run, as far as a verdict looks at it. */
interface PlayedSample {
  variant: string;
  case: string;
  sample: number;
  phase: "waiting" | "writing" | "ended" | "failed" | "unstarted";
  result: {
    ending: string;
    origin?: string;
    checks: readonly { id: string; result: "pass" | "fail" | "undecided" }[];
  } | null;
}

interface Played {
  /** The comparison as it was run; its first two variants are A and B. */
  comparison: Pick<Comparison, "variants" | "cases">;
  /** Ids of `decidingChecks`. */
  checks: readonly string[];
  samples: Iterable<PlayedSample>;
  /** Nothing more will come: what is not there by now is missing. */
  over: boolean;
}

/** The checks that decide whether a sample passes: hard ones, of those that a rule can decide and nobody switched off. */
export function decidingChecks<Each extends Pick<Check, "hard" | "constraint"> & { off?: boolean }>(
  checks: readonly Each[],
): Each[] {
  return checks.filter(({ hard, constraint, off }) => hard && off !== true && constraint.kind !== "other");
}

/**
 * What a run gives to `verdict`: the i-th sample of A beside the i-th of B on the same case, in the order in which
 * the run planned them (VD1 to VD3, VD11 of docs/spec/verdict.md). A sample fails with its first broken check and
 * passes when all are kept; where a check is undecided and none is broken, nobody can tell.
 */
export function verdictInput({
  comparison,
  checks,
  samples,
  over,
}: Played): Pick<VerdictInput, "pairs" | "demonstration"> {
  const cells = new Map<string, PlayedSample>();
  let rounds = 0;
  let demonstration = false;
  for (const cell of samples) {
    cells.set(cellOf(cell.variant, cell.case, cell.sample), cell);
    rounds = Math.max(rounds, cell.sample + 1);
    demonstration ||= cell.result?.origin !== undefined;
  }
  const [a, b] = comparison.variants;
  const cases = comparison.cases.length === 0 ? [EMPTY_CASE] : comparison.cases;
  const deciding = new Set(checks);
  const side = (variant: string | undefined, { case: caseId, sample }: Place): Outcome =>
    variant === undefined ? "missing" : outcomeOf(cells.get(cellOf(variant, caseId, sample)), deciding, over);
  const pairs = placesOf(cases, [...planned(cases, rounds), ...cells.values()]).map(
    ({ case: { id }, sample }): PlannedPair => {
      const place = { case: id, sample };
      return { caseId: id, a: side(a?.id, place), b: side(b?.id, place) };
    },
  );
  return { pairs, demonstration };
}

/** A pair of which neither side came is known by its place in the plan alone, and a document plans no more than this. */
function planned(cases: readonly { id: string }[], rounds: number): Place[] {
  return Array.from({ length: Math.min(rounds, MAX_SAMPLES) }, (_, sample) =>
    cases.map(({ id }) => ({ case: id, sample })),
  ).flat();
}

function cellOf(variant: string, caseId: string, sample: number): string {
  return `${variant}/${caseId}/${sample}`;
}

function outcomeOf(cell: PlayedSample | undefined, deciding: ReadonlySet<string>, over: boolean): Outcome {
  if (cell === undefined || cell.phase === "failed" || cell.phase === "unstarted") return "missing";
  if (cell.result === null) return over ? "missing" : "pending";
  const { ending, checks } = cell.result;
  if (isUnfinished(ending)) return "missing";
  const results = checks.filter(({ id }) => deciding.has(id)).map(({ result }) => result);
  if (results.includes("fail")) return false;
  return results.length === 0 || results.includes("undecided") ? "missing" : true;
}
