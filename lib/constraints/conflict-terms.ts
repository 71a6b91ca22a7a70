import { type Constraint, chipOf, isNegated } from "./registry.ts";
import { clip, quoted } from "./wording.ts";

/** Which part of a prompt; `index` counts within the part. */
export interface PartRef {
  part: "constraints" | "opening" | "closing";
  index: number;
}

/** One promise of a prompt with its place. A closing is free words: all that is known of it is that it stands at the end. */
export type Term = { ref: PartRef; name: string } & (
  | { kind: "promise"; constraint: Constraint }
  | { kind: "closing"; text: string }
);

/** The promises that conflicts are looked for in: those of one prompt. */
export interface Promises {
  constraints: readonly Constraint[];
  opening?: string;
  closing?: string;
}

/** Why two promises cannot both be kept, without their names; null when they can. Tried in both orders. */
export type ConflictRule = (one: Term, other: Term) => string | null;

/** Every promise that says something; an empty opening or closing says nothing. */
export function termsOf({ constraints, opening = "", closing = "" }: Promises): Term[] {
  const terms: Term[] = constraints.map((constraint, index) => ({
    kind: "promise",
    ref: { part: "constraints", index },
    name: quoted(clip(chipOf(constraint), 80)),
    constraint,
  }));
  if (opening.trim() !== "") {
    const constraint: Constraint = { kind: "starts-with", text: opening.trim() };
    terms.push({ kind: "promise", ref: { part: "opening", index: 0 }, name: "the opening line", constraint });
  }
  if (closing.trim() !== "") {
    terms.push({
      kind: "closing",
      ref: { part: "closing", index: 0 },
      name: "the closing",
      text: closing.trim(),
    });
  }
  return terms;
}

/** A rule about what is asked for; a promise to leave something out is another matter. */
export function asked(rule: (one: Constraint, other: Constraint) => string | null): ConflictRule {
  return (one, other) => {
    if (one.kind === "closing" || other.kind === "closing") return null;
    if (isNegated(one.constraint) || isNegated(other.constraint)) return null;
    return rule(one.constraint, other.constraint);
  };
}
