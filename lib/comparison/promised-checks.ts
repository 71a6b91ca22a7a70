import { canonicalJson } from "#lib/base/canonical-json.ts";
import type { Check } from "./schema.ts";
import { decidingChecks } from "./verdict-input.ts";

/** Said beside a verdict whose contract was chosen with the answers in sight. */
export const CONTRACT_CHANGED =
  "The contract was changed after these answers were there. Run again for evidence.";

type Promised = Pick<Check, "hard" | "constraint"> & { off?: boolean };

/** What decides about a sample, as text that is equal where the same is asked for; names and order make no difference. */
export function promisedChecks(checks: readonly Promised[]): string {
  const asked = decidingChecks(checks).map(({ constraint }) => canonicalJson(constraint));
  return JSON.stringify(asked.sort());
}

/**
 * Whether other checks decide now than when Run was pressed (VD21 of docs/spec/verdict.md). `promised` is what decided
 * then; undefined while nobody has changed the contract since.
 */
export function isContractChanged(promised: string | undefined, checks: readonly Promised[]): boolean {
  return promised !== undefined && promised !== promisedChecks(checks);
}
