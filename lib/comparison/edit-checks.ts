import type { Constraint } from "#lib/constraints/registry.ts";
import { allChecks, type ContractCheck } from "./derive.ts";
import type { Check, Comparison } from "./schema.ts";
import { freeSlug } from "./slug.ts";

/** What a person says about a check of their own. */
export interface CheckDraft {
  constraint: Constraint;
  label?: string;
  hard: boolean;
}

/** With one more check at the end of the contract. Its id is free, so that no other check changes its own. */
export function withCheck(comparison: Comparison, draft: CheckDraft): Comparison {
  const ids = new Set(allChecks(comparison).map(({ id }) => id));
  const check: Check = { id: freeSlug(`own-${draft.constraint.kind}`, ids), ...filled(draft) };
  return { ...comparison, checks: [...comparison.checks, check] };
}

/** With an own check said differently; its id and its place stay. */
export function withEditedCheck(comparison: Comparison, id: string, draft: CheckDraft): Comparison {
  const checks = comparison.checks.map((check) => (check.id === id ? { id, ...filled(draft) } : check));
  return { ...comparison, checks };
}

/** Without an own check, and without its id among those that are switched off. */
export function withoutCheck(comparison: Comparison, id: string): Comparison {
  const rest = { ...comparison, checks: comparison.checks.filter((check) => check.id !== id) };
  return withCheckOff(rest, id, false);
}

/** With one check switched off or on again; a list without ids is left out. */
export function withCheckOff(comparison: Comparison, id: string, off: boolean): Comparison {
  const others = (comparison.settings.off ?? []).filter((other) => other !== id);
  return withOff(comparison, off ? [...others, id] : others);
}

/**
 * The document after an edit of its prompts, with what was switched off still off. Ids of derived checks follow
 * from their places, so a check keeps to its words, and where those were edited to its place.
 */
export function keepOff(before: Comparison, after: Comparison): Comparison {
  const off = before.settings.off ?? [];
  if (off.length === 0) return after.settings.off === undefined ? after : withOff(after, []);
  const was = allChecks(before).filter((check) => check.off === true);
  const is = allChecks(after);
  const kept = was.flatMap((check) => (same(check, is) ?? atItsPlace(check, is))?.id ?? []);
  return withOff(after, [...new Set(kept)]);
}

function same(check: ContractCheck, checks: readonly ContractCheck[]): ContractCheck | undefined {
  const words = JSON.stringify(check.constraint);
  return checks.find(
    (other) => partOf(other) === partOf(check) && JSON.stringify(other.constraint) === words,
  );
}

function atItsPlace(check: ContractCheck, checks: readonly ContractCheck[]): ContractCheck | undefined {
  if (!("source" in check)) return checks.find(({ id }) => id === check.id);
  const { part, index } = check.source;
  return checks.find(
    (other) =>
      "source" in other &&
      other.source.part === part &&
      other.source.index === index &&
      other.constraint.kind === check.constraint.kind,
  );
}

/** An own check is known by its id, a derived one by the part that it comes from. */
function partOf(check: ContractCheck): string {
  return "source" in check ? `part ${check.source.part}` : `own ${check.id}`;
}

function withOff(comparison: Comparison, off: readonly string[]): Comparison {
  const { off: _, ...settings } = comparison.settings;
  return { ...comparison, settings: off.length === 0 ? settings : { ...settings, off: [...off] } };
}

function filled({ constraint, label, hard }: CheckDraft): Omit<Check, "id"> {
  const words = label?.trim() ?? "";
  return { ...(words === "" ? {} : { label: words }), hard, constraint };
}
