import { freeSlug } from "#lib/comparison/slug.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import type { Criterion } from "./request.ts";

/** Something that people and judges can say of a text, and rules cannot. */
export interface SoftCriterion extends Criterion {
  /** For a row or a box: "tone: joyful, healing". */
  label: string;
  /** For a person with two texts before them. */
  question: string;
  /** Whether a single text can have it or not. "Better overall" only tells two texts apart. */
  rubric: boolean;
}

interface SoftCheck {
  id: string;
  label?: string;
  constraint: Constraint;
  /** Set when the check follows from a part of the prompt. */
  source?: { part: string };
}

/** Longer than this, a criterion is an essay; the judge takes 2,000 characters. */
const CRITERION_CHARS = 2_000;
/** One request takes 20 criteria. */
const MOST = 20;

/**
 * "Which is better overall", then every check that is free text, under the check's own id. Each says one thing that
 * can be true of a text. The first one's id is "overall", or the nearest that no check has.
 */
export function softCriteria(checks: readonly SoftCheck[]): [SoftCriterion, ...SoftCriterion[]] {
  const soft = checks.flatMap(({ id, label, constraint, source }) => {
    if (constraint.kind !== "other" || constraint.text.trim() === "") return [];
    const words = constraint.text.replace(/\s+/g, " ").trim();
    const text = statement(words, source?.part).slice(0, CRITERION_CHARS);
    return [{ id, label: label ?? words, text, question: asked(words, source?.part), rubric: true }];
  });
  const overall = {
    id: freeSlug("overall", new Set(checks.map(({ id }) => id))),
    label: "better overall",
    text: "It is the better text overall: what a demanding reader would rather have.",
    question: "Which one is better overall?",
    rubric: false,
  };
  return [overall, ...soft.slice(0, MOST - 1)];
}

/** A derived check's text begins with the name of its part. */
function statement(words: string, part: string | undefined): string {
  if (part === "tone") return `The tone is ${words.replace(/^tone: /, "")}.`;
  if (part === "closing") return `It ${words.replace(/^ends with: /, "ends with ")}.`;
  return words;
}

function asked(words: string, part: string | undefined): string {
  if (part === "tone") return `Which one sounds more ${words.replace(/^tone: /, "")}?`;
  if (part === "closing") return `Which one better ${words.replace(/^ends with: /, "ends with ")}?`;
  return `Which one does this better: ${words}`;
}
