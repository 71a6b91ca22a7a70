import type { PartName, Prompt } from "../schema.ts";

/** One text that a person wrote: a part of the prompt. */
export interface CoachField {
  part: PartName;
  /** Which constraint or example, where the part has several. */
  index?: number;
  text: string;
  /**
   * The same text with pasted material (in tags, quotes or fences) blanked out, every character in its place:
   * what is left is what the person tells the model to do.
   */
  told: string;
}

export interface CoachInput {
  prompt: Prompt;
  fields: readonly CoachField[];
  /** All instructions together, one field a line; the fields' own places do not count here. */
  told: string;
}

/** A change that needs no thought: this stretch of the field becomes that text. */
export interface CoachFix {
  /** On the button: "Replace by “3”". */
  label: string;
  replacement: string;
}

/** One remark in the margin. */
export interface CoachFinding {
  /** What is the matter here, in a sentence. */
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
  /** Pure and total. */
  find(input: CoachInput): CoachFinding[];
}
