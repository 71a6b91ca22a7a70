import { MAX_CHECKS } from "#lib/base/limits.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { freeSlug } from "#lib/comparison/slug.ts";
import type { ImportReading } from "./types.ts";

/**
 * The document after a file was taken over. A file without prompts leaves those that are there: its rows take the
 * place of the cases, its checks stand after the ones there are.
 */
export function applyImport(current: Comparison, { brings, comparison }: ImportReading): Comparison {
  if (brings === "all") return comparison;
  const ids = new Set(current.checks.map(({ id }) => id));
  const added = comparison.checks.map((check) => ({ ...check, id: freeSlug(check.id, ids) }));
  return {
    ...current,
    cases: comparison.cases.length === 0 ? current.cases : comparison.cases,
    checks: [...current.checks, ...added].slice(0, MAX_CHECKS),
  };
}
