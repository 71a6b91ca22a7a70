import { canonicalJson } from "#lib/base/canonical-json.ts";
import { MAX_CONSTRAINTS } from "#lib/base/limits.ts";
import type { Constraint, KindName } from "#lib/constraints/registry.ts";
import type { PartsPrompt } from "#lib/prompt/schema.ts";
import type { Proposal } from "./improvement.ts";

/** Kinds of which a prompt may well have several; of any other kind a second one takes the place of the first. */
const SEVERAL: ReadonlySet<KindName> = new Set([
  "include",
  "exclude",
  "keyword",
  "letter",
  "regex",
  "paragraph-start",
  "other",
]);

/** The prompt with one proposal taken over; every other part stays as it is. */
export function withProposal(prompt: PartsPrompt, proposal: Proposal): PartsPrompt {
  if (proposal.part !== "constraints") return { ...prompt, [proposal.part]: proposal.value };
  if (holds(prompt, proposal)) return prompt;
  const rival = rivalOf(prompt, proposal.value);
  const constraints =
    rival === undefined
      ? [...prompt.constraints, proposal.value]
      : prompt.constraints.map((constraint) => (constraint === rival ? proposal.value : constraint));
  return { ...prompt, constraints };
}

/**
 * One proposal after the other, as long as there is room. `taken` has the prompt as it was just before each that was
 * taken over, in their order; what the prompt holds already is not among them.
 */
export function withProposals(
  prompt: PartsPrompt,
  proposals: readonly Proposal[],
): { prompt: PartsPrompt; taken: Map<Proposal, PartsPrompt> } {
  const taken = new Map<Proposal, PartsPrompt>();
  let now = prompt;
  for (const proposal of proposals) {
    if (holds(now, proposal) || !hasRoomFor(now, proposal)) continue;
    taken.set(proposal, now);
    now = withProposal(now, proposal);
  }
  return { prompt: now, taken };
}

/**
 * Takes a proposal back: its part is as it was in `earlier`, every other part stays as it is now. A part that does not
 * hold the proposal any more has become somebody's own words: nothing is changed.
 */
export function withoutProposal(prompt: PartsPrompt, proposal: Proposal, earlier: PartsPrompt): PartsPrompt {
  if (!holds(prompt, proposal)) return prompt;
  if (proposal.part !== "constraints") return { ...prompt, [proposal.part]: earlier[proposal.part] };
  if (holds(earlier, proposal)) return prompt;
  const rival = rivalOf(earlier, proposal.value);
  const constraints = prompt.constraints.flatMap((constraint) => {
    if (!same(constraint, proposal.value)) return [constraint];
    return rival === undefined ? [] : [rival];
  });
  return { ...prompt, constraints };
}

/** The prompt says already what is proposed. */
export function holds(prompt: PartsPrompt, proposal: Proposal): boolean {
  if (proposal.part !== "constraints") return same(prompt[proposal.part], proposal.value);
  return prompt.constraints.some((constraint) => same(constraint, proposal.value));
}

/** What stands where the proposal would go; the place of a constraint may be empty: undefined. */
export function inPlaceOf(prompt: PartsPrompt, proposal: Proposal): Constraint | undefined {
  return proposal.part === "constraints" ? rivalOf(prompt, proposal.value) : undefined;
}

/** Two proposals for one place: accepting the second takes the place of the first. */
export function areRivals(one: Proposal, other: Proposal): boolean {
  if (one.part !== "constraints" || other.part !== "constraints") return one.part === other.part;
  return one.value.kind === other.value.kind && !SEVERAL.has(one.value.kind);
}

/** A prompt holds so many constraints and no more. */
export function hasRoomFor(prompt: PartsPrompt, proposal: Proposal): boolean {
  return withProposal(prompt, proposal).constraints.length <= MAX_CONSTRAINTS;
}

function rivalOf({ constraints }: PartsPrompt, proposed: Constraint): Constraint | undefined {
  if (SEVERAL.has(proposed.kind)) return undefined;
  return constraints.find(({ kind }) => kind === proposed.kind);
}

/** Both sides come from one schema, so that equal values have equal JSON up to the order of their fields. */
function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
