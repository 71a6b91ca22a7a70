import type { z } from "zod";

/** Half-open range of UTF-16 code units in the text that was checked. */
export interface Span {
  start: number;
  end: number;
}

/** What one check found in one text. `undecided` is an answer: no rule can tell, or not yet. */
export interface Finding {
  result: "pass" | "fail" | "undecided";
  /** What was found, for a person: "11 lines". */
  found: string;
  /** What was asked, for a person: "exactly 4 lines". */
  asked: string;
  /** Where in the text the evidence stands; empty when there is nothing to point at. */
  spans: Span[];
}

/**
 * How forgiving a check reads: `strict` takes the text as it stands; `loose` also takes other quotation
 * marks, other capitals, and JSON inside a code fence.
 */
export type Reading = "strict" | "loose";

/** Describes one input of the constraint form, so that the form needs no code per kind. */
export type ConstraintField =
  | { name: string; type: "number"; label: string; min: number; max: number; when?: string }
  | { name: string; type: "text"; label: string; placeholder: string }
  | { name: string; type: "words"; label: string; placeholder: string }
  | { name: string; type: "choice"; label: string; options: readonly { value: string; label: string }[] };

/**
 * One kind of promise a prompt can make: how it is stored and how it reads in the prompt. A kind whose check
 * needs a library too large for a page's first load is only this; lib/checks has its check then.
 */
export interface ConstraintDescription<Schema extends z.ZodObject> {
  kind: string;
  /** Name in the "Add constraint" list: "Lines". */
  label: string;
  schema: Schema;
  /** Whether `not: true` makes sense. The kind itself never looks at `not`: it is applied once, outside. */
  negatable: boolean;
  /** A new constraint of this kind, valid at once; one whose text is still empty phrases itself as "". */
  draft: z.infer<Schema>;
  fields: readonly ConstraintField[];
  /** Short form for chips and contract rows, without `not`: "exactly 4 lines". */
  chip(value: z.infer<Schema>): string;
  /** The sentence that goes into the prompt, without `not`; an imperative: "Write exactly 4 lines." */
  phrase(value: z.infer<Schema>): string;
}

/** A kind with its check. One file a kind, one line in the registry. */
export interface ConstraintKind<Schema extends z.ZodObject> extends ConstraintDescription<Schema> {
  /** Pure; total on any text. The text has LF line ends and is NFC; the variants of loose reading are made by the caller, see lib/checks. */
  check(value: z.infer<Schema>, text: string, reading: Reading): Finding;
}
