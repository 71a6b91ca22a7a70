import { canonicalJson } from "#lib/base/canonical-json.ts";
import { type Constraint, chipOf, phraseOf } from "#lib/constraints/registry.ts";
import { asksQuestion } from "#lib/prompt/asks-question.ts";
import type { PartsPrompt } from "#lib/prompt/schema.ts";
import type { Check, Comparison, Variant } from "./schema.ts";
import { freeSlug } from "./slug.ts";

/** A check that follows from a part of a prompt. Never stored: it is made again from the prompt each time. */
export interface DerivedCheck extends Check {
  label: string;
  /** The part that promised it; `index` counts within the part. */
  source: { variant: string; part: "constraints" | "opening" | "tone" | "closing"; index: number };
}

interface Promised {
  name: string;
  label: string;
  hard: boolean;
  constraint: Constraint;
  part: DerivedCheck["source"]["part"];
  index: number;
}

/**
 * The contract of a comparison: the promises of its After prompt (the second variant; the only one when
 * there is just one), when that is made of parts. Every variant is held against it.
 * `taken` are ids that are in use already.
 */
export function deriveChecks(variants: readonly Variant[], taken: Iterable<string> = []): DerivedCheck[] {
  const after = variants[1] ?? variants[0];
  if (after === undefined || after.prompt.kind !== "parts") return [];
  const ids = new Set(taken);
  return promises(after.prompt).map(({ name, label, hard, constraint, part, index }) => ({
    id: freeSlug(name, ids),
    label,
    hard,
    constraint,
    source: { variant: after.id, part, index },
  }));
}

/** A check as the contract of a comparison has it. */
export type ContractCheck = (Check | DerivedCheck) & {
  /** Someone switched it off: it is shown and decides nothing. */
  off?: true;
};

/**
 * Every check of a comparison, in the order of the contract: those that follow from the prompt, then those
 * written by hand; the ones that are switched off among them, marked so. One by hand that says what the prompt
 * promises stands in that promise's place, under its own name.
 */
export function allChecks(
  comparison: Pick<Comparison, "variants" | "checks"> & { settings?: { off?: readonly string[] } },
): ContractCheck[] {
  const own = comparison.checks.map(({ id }) => id);
  const off = new Set(comparison.settings?.off);
  const byHand = new Map(comparison.checks.map((check) => [meaningOf(check), check]));
  const derived = deriveChecks(comparison.variants, own).map((check): DerivedCheck => {
    const same = off.has(check.id) ? undefined : byHand.get(meaningOf(check));
    return same === undefined ? check : { ...check, id: same.id, label: same.label ?? check.label };
  });
  const merged = new Set(derived.map(({ id }) => id));
  return [...derived, ...comparison.checks.filter(({ id }) => !merged.has(id))].map((check) =>
    off.has(check.id) ? { ...check, off: true } : check,
  );
}

function meaningOf({ constraint, hard }: Check): string {
  return canonicalJson([hard, constraint]);
}

/** In the order in which the parts are read: the opening line, the rules, the ending, the manner. Said twice counts once. */
function promises(prompt: PartsPrompt): Promised[] {
  const all = [...opening(prompt), ...constraints(prompt), ...closing(prompt), ...tone(prompt)];
  const seen = new Set<string>();
  return all.filter(({ constraint }) => {
    const key = canonicalJson(constraint);
    return !seen.has(key) && seen.add(key);
  });
}

function opening(prompt: PartsPrompt): Promised[] {
  const constraint: Constraint = { kind: "starts-with", text: prompt.opening.trim() };
  if (constraint.text === "") return [];
  return [{ name: "opening", label: chipOf(constraint), hard: true, constraint, part: "opening", index: 0 }];
}

function constraints(prompt: PartsPrompt): Promised[] {
  return prompt.constraints.flatMap((constraint, index) => {
    if (phraseOf(constraint) === "") return [];
    const hard = constraint.kind !== "other";
    return [
      { name: constraint.kind, label: chipOf(constraint), hard, constraint, part: "constraints", index },
    ];
  });
}

function closing(prompt: PartsPrompt): Promised[] {
  const text = prompt.closing.trim();
  if (text === "") return [];
  const ending: Constraint = { kind: "ends-with", text: "?" };
  const label = chipOf(ending);
  // Whether it is a question a rule can tell; whether it is the one that was asked for, only people or a judge.
  const question: Promised = {
    name: "question",
    label,
    hard: true,
    constraint: ending,
    part: "closing",
    index: 0,
  };
  return [...(asksQuestion(prompt) ? [question] : []), judged("closing", `ends with: ${text}`)];
}

function tone(prompt: PartsPrompt): Promised[] {
  const tones = prompt.tone.map((word) => word.trim()).filter((word) => word !== "");
  return tones.length === 0 ? [] : [judged("tone", `tone: ${tones.join(", ")}`)];
}

/** What only people or a judge can hold a text against: soft, so that it never fails an answer by itself. */
function judged(part: "closing" | "tone", text: string): Promised {
  return { name: part, label: text, hard: false, constraint: { kind: "other", text }, part, index: 0 };
}
