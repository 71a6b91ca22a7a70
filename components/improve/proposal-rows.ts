import { PART_NAMES } from "#components/prompt-editor/part-names.ts";
import { unreachable } from "#lib/base/errors.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import { areRivals, holds, inPlaceOf } from "#lib/improving/apply.ts";
import type { Proposal } from "#lib/improving/improvement.ts";
import type { Example, PartsPrompt } from "#lib/prompt/schema.ts";

type PhraseOf = (constraint: Constraint) => string;

/** What a proposal reads as, beside what stands in its place. */
export interface Compared {
  name: string;
  /** Empty where nothing stands there. */
  now: string;
  proposed: string;
}

/** A proposal in words, against a prompt. */
export function compared(proposal: Proposal, prompt: PartsPrompt, phraseOf: PhraseOf): Compared {
  return {
    name: PART_NAMES[proposal.part],
    now: wordsNow(proposal, prompt, phraseOf),
    proposed: wordsProposed(proposal, phraseOf),
  };
}

/** Those that After does not hold yet, and the names of those that it does. */
export function sorted(
  proposals: readonly Proposal[],
  after: PartsPrompt,
): { open: Proposal[]; already: string[] } {
  const open = proposals.filter((proposal) => !holds(after, proposal));
  const already = proposals.filter((proposal) => holds(after, proposal)).map(({ part }) => PART_NAMES[part]);
  return { open, already: [...new Set(already)] };
}

/** Where an accepted part is by now. */
export type AcceptedNow = "held" | "replaced" | "edited";

/** `later` are the proposals that were accepted after this one. */
export function acceptedNow(proposal: Proposal, later: readonly Proposal[], after: PartsPrompt): AcceptedNow {
  if (holds(after, proposal)) return "held";
  return later.some((other) => areRivals(proposal, other)) ? "replaced" : "edited";
}

function wordsProposed(proposal: Proposal, phraseOf: PhraseOf): string {
  switch (proposal.part) {
    case "tone":
      return proposal.value.join(", ");
    case "constraints":
      return phraseOf(proposal.value);
    case "examples":
      return exampleLines(proposal.value);
    case "steps":
      return STEPS;
    case "role":
    case "task":
    case "audience":
    case "opening":
    case "closing":
    case "format":
    case "extra":
      return proposal.value;
    default:
      return unreachable(proposal);
  }
}

function wordsNow(proposal: Proposal, prompt: PartsPrompt, phraseOf: PhraseOf): string {
  switch (proposal.part) {
    case "tone":
      return prompt.tone.join(", ");
    case "constraints": {
      const there = inPlaceOf(prompt, proposal);
      return there === undefined ? "" : phraseOf(there);
    }
    case "examples":
      return exampleLines(prompt.examples);
    case "steps":
      return prompt.steps ? STEPS : "";
    default:
      return prompt[proposal.part];
  }
}

const STEPS = "Think step by step.";

function exampleLines(examples: readonly Example[]): string {
  return examples.map(({ input, output }) => `Input: ${input}\nOutput: ${output}`).join("\n\n");
}
