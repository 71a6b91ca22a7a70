import { MAX_CHECKS } from "#lib/base/limits.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { freeSlug } from "#lib/comparison/slug.ts";
import { counted } from "./notes.ts";
import type { ImportReading } from "./types.ts";

/**
 * The document after a file was taken over. A file without prompts leaves those that are there: its rows take the
 * place of the cases, its checks stand after the ones there are.
 */
export function applyImport(current: Comparison, reading: ImportReading): Comparison {
  const { brings, comparison } = fitImport(current, reading);
  if (brings === "all") return comparison;
  // A check that is switched off is known by its id, whether it was written by hand or follows from the prompt.
  const ids = new Set([...allChecks(current).map(({ id }) => id), ...(current.settings.off ?? [])]);
  const added = comparison.checks.map((check) => ({ ...check, id: freeSlug(check.id, ids) }));
  return {
    ...current,
    cases: comparison.cases.length === 0 ? current.cases : comparison.cases,
    checks: [...current.checks, ...added],
  };
}

/** The reading with the checks that fit behind those of the document; the others are named among what is left out. */
export function fitImport(current: Comparison, reading: ImportReading): ImportReading {
  const { brings, comparison, recognised, leftOut } = reading;
  const { checks } = comparison;
  const room = Math.max(0, MAX_CHECKS - current.checks.length);
  if (brings === "all" || checks.length <= room) return reading;
  const words = counted(checks.length, "check", "checks");
  const fitting = room === 0 ? [] : [counted(room, "check", "checks")];
  const more = counted(checks.length - room, "check was left out", "checks were left out");
  return {
    ...reading,
    comparison: { ...comparison, checks: checks.slice(0, room) },
    recognised: recognised.flatMap((each) => (each === words ? fitting : [each])),
    leftOut: [
      ...leftOut,
      `${more}: a comparison has ${MAX_CHECKS} at most, and ${current.checks.length} are there.`,
    ],
  };
}
