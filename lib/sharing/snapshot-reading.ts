import { allChecks } from "#lib/comparison/derive.ts";
import { placesOf } from "#lib/comparison/places.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import type { Case, Variant } from "#lib/comparison/schema.ts";
import { decidingChecks, verdictInput } from "#lib/comparison/verdict-input.ts";
import { chipOf } from "#lib/constraints/registry.ts";
import { verdict } from "#lib/statistics/verdict.ts";
import type { Verdict, VerdictInput } from "#lib/statistics/verdict-types.ts";
import type { Snapshot, SnapshotSample } from "./snapshot.ts";

/** One promise of the contract, as a snapshot shows it. */
export interface ReadPromise {
  id: string;
  label: string;
  hard: boolean;
  /** No rule can decide it. */
  judged: boolean;
  /** Someone switched it off: it stands there and counts nowhere. */
  off?: true;
}

/** The same case and the same number of a sample on every side; null where a side has none. */
export interface ReadRow {
  case: Case;
  sample: number;
  answers: (SnapshotSample | null)[];
}

export interface ReadVerdict {
  verdict: Verdict;
  pairs: VerdictInput["pairs"];
  /** The contract was changed after the answers were there, and they are more than a demonstration. */
  changed: boolean;
}

/** A snapshot in the order in which a person reads it. Pure: the same snapshot always reads the same. */
export interface SnapshotReading {
  title: string;
  /** Before, After, and what else was run, in the order of the comparison. */
  variants: { variant: Variant; label: string }[];
  promises: ReadPromise[];
  /** Ids of the promises that decide whether a sample passes. */
  deciding: readonly string[];
  rows: ReadRow[];
  /** Null without a run, or without a promise that a rule can check. */
  verdict: ReadVerdict | null;
  /** Where answers came from that no model gave; empty when a model gave all of them. */
  origins: NonNullable<SnapshotSample["origin"]>[];
}

/** What a comparison without a title of its own is called. */
export function titleOf({ title }: { title: string }): string {
  return title === "" ? "A comparison of two prompts" : title;
}

const SIDE_LABELS = ["Before", "After"];

export function readSnapshot({ comparison, run }: Snapshot): SnapshotReading {
  const checks = allChecks(comparison);
  const deciding = decidingChecks(checks).map(({ id }) => id);
  const samples = run?.samples ?? [];
  return {
    title: titleOf(comparison),
    variants: comparison.variants.map((variant, index) => ({
      variant,
      label: variant.label ?? SIDE_LABELS[index] ?? variant.id,
    })),
    promises: checks.map((check) => ({
      id: check.id,
      label: check.label ?? chipOf(check.constraint),
      hard: check.hard,
      judged: check.constraint.kind === "other",
      ...(check.off ? { off: check.off } : {}),
    })),
    deciding,
    rows: rowsOf(
      comparison.variants.map(({ id }) => id),
      comparison.cases.length === 0 ? [EMPTY_CASE] : comparison.cases,
      samples,
    ),
    verdict: samples.length === 0 || deciding.length === 0 ? null : verdictOf(),
    origins: [...new Set(samples.flatMap(({ origin }) => (origin === undefined ? [] : [origin])))],
  };

  function verdictOf(): ReadVerdict {
    const input = verdictInput({
      comparison,
      checks: deciding,
      samples: samples.map((result) => ({ ...result, phase: "ended" as const, result })),
      over: true,
    });
    const changed = run?.contractChanged === true && !input.demonstration;
    return { verdict: verdict(input), pairs: input.pairs, changed };
  }
}

function rowsOf(variants: readonly string[], cases: readonly Case[], samples: readonly SnapshotSample[]) {
  const cells = new Map(samples.map((each) => [`${each.variant}/${each.case}/${each.sample}`, each]));
  return placesOf(cases, samples)
    .map(({ case: each, sample }) => ({
      case: each,
      sample,
      answers: variants.map((id) => cells.get(`${id}/${each.id}/${sample}`) ?? null),
    }))
    .filter(({ answers }) => answers.some((answer) => answer !== null));
}
