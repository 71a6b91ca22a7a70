import type { Constraint } from "#lib/constraints/registry.ts";

/** A part of a prompt that can promise something. */
export interface PromisedPart {
  part: "constraints" | "opening" | "closing" | "tone";
  index: number;
}

/** What is said beside the parts of a prompt: which one the open check comes from, and which contradict each other. */
export interface Remarks {
  /** The part that promised what is being looked at in the contract. */
  promised: PromisedPart | null;
  conflicts: readonly { sentence: string; parts: readonly PromisedPart[] }[];
  /** What a constraint would contradict in the place of the one at `index`, or as a new one. */
  conflictsWith: (constraint: Constraint, index: number | null) => readonly string[];
}

/** The remarks that stand below a part. One about two parts stands below the later one of the card. */
export function remarksOn({ conflicts }: Remarks, part: PromisedPart["part"]): string[] {
  return conflicts.filter(({ parts }) => parts.at(-1)?.part === part).map(({ sentence }) => sentence);
}

export function isPromised({ promised }: Remarks, part: PromisedPart["part"], index = 0): boolean {
  return promised !== null && promised.part === part && promised.index === index;
}
