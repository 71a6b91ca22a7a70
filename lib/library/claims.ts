import { holdAll } from "#lib/checks/hold.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import { fillChecks } from "#lib/comparison/fill-checks.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import type { Check, Comparison } from "#lib/comparison/schema.ts";
import { decidingChecks } from "#lib/comparison/verdict-input.ts";
import type { BundledAnswers, Claims } from "./answers.ts";

/** Ids of the checks that a text does not keep, of those that decide. */
export function broken(checks: readonly Check[], text: string): string[] {
  return holdAll(decidingChecks(checks), text).flatMap(({ id, result }) => (result === "pass" ? [] : [id]));
}

/**
 * Holds what a lesson says about its own answers against the answers: which checks each one breaks, the share
 * that After keeps, and that Before breaks the contract wherever no null result is claimed.
 * Throws an Error that quotes the first answer or number that is not as claimed.
 */
export function holdClaims(comparison: Comparison, answers: BundledAnswers, claims: Claims): void {
  const [before, after] = comparison.variants;
  const cases = comparison.cases.length === 0 ? [EMPTY_CASE] : comparison.cases;
  const checks = allChecks(comparison);
  const deciding = decidingChecks(checks).length;
  if (deciding === 0) throw new Error("no check decides anything");
  const tally = { kept: 0, held: 0, nulls: 0 };

  for (const [variant, texts] of answers) {
    for (const { case: caseId, text, breaks } of texts) {
      const values = cases.find(({ id }) => id === caseId)?.values ?? {};
      const found = broken(fillChecks(checks, values), text);
      const where = `the answer of "${variant}" that begins "${text.slice(0, 40)}" (case "${caseId}")`;
      if (found.toSorted().join() !== breaks.toSorted().join()) {
        throw new Error(`${where} breaks ${words(found)}, and claims ${words(breaks)}`);
      }
      if (variant === before?.id && found.length === 0) {
        if (!mayKeep(claims, caseId))
          throw new Error(`${where} keeps every check, and no null result is claimed`);
        tally.nulls += 1;
      }
      if (variant !== after?.id) continue;
      tally.held += deciding;
      tally.kept += deciding - found.length;
    }
  }
  const share = Math.round((tally.kept / tally.held) * 100) / 100;
  if (share !== claims.afterKeeps)
    throw new Error(`after keeps ${share} of the hard checks, not ${claims.afterKeeps}`);
  if (claims.nullResult !== undefined && tally.nulls === 0) {
    throw new Error("a null result is claimed, and no before answer keeps the contract");
  }
}

function mayKeep({ nullResult }: Claims, caseId: string): boolean {
  return nullResult !== undefined && (nullResult.cases?.includes(caseId) ?? true);
}

function words(ids: readonly string[]): string {
  return ids.length === 0 ? "nothing" : ids.join(", ");
}
