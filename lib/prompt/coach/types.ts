import type { Unit } from "../recognise/units.ts";
import type { PartName, Prompt } from "../schema.ts";

/** One text that a person wrote: a box of the editor. */
export interface CoachField {
  part: PartName;
  /** Below the prompt, as the editor names its boxes: "text", "system", "task", "examples.0.input", "constraints.2". */
  path: string;
  text: string;
  /**
   * The same text up to its last instruction, with pasted material blanked out, every character in its place: what
   * is left is what the person tells the model to do.
   */
  told: string;
  /** Sentences and pasted material, in order; their places are those of `text`. */
  units: readonly Unit[];
  /** The units of `told`: what is no material. */
  sentences: readonly Unit[];
}

export interface CoachInput {
  prompt: Prompt;
  fields: readonly CoachField[];
  /** All instructions together, one sentence a line; the fields' own places do not count here. */
  told: string;
  /** Words in `told`. */
  words: number;
}

/** A change that needs no thought: the stretch of the finding becomes that text. */
export interface CoachFix {
  /** On the button: "Make it 3". */
  label: string;
  replacement: string;
}

/** One remark. */
export interface CoachFinding {
  /** What it is about here, in a sentence or two. */
  message: string;
  /** Index in `fields`; null when it is about the prompt as a whole. */
  field: number | null;
  /** In the field's text, UTF-16 code units; both 0 for the whole prompt. */
  start: number;
  end: number;
  fix?: CoachFix;
}

/** One thing a good editor would say about a prompt, found without a model. Rather silent than wrong. */
export interface CoachRule {
  id: string;
  title: string;
  /** Why it matters, for somebody who has never heard of it. */
  why: string;
  example: { before: string; after: string };
  /** Where the advice comes from. */
  source: { label: string; url: string };
  /** It looks at no words of a language. Without it the rule is asked about English prompts only. */
  anyLanguage?: true;
  /** Pure and total. */
  find(input: CoachInput): CoachFinding[];
}
