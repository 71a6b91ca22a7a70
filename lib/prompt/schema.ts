import { z } from "zod";
import { MAX_CONSTRAINTS, MAX_EXAMPLES, PROMPT_CHARS, SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import { constraintSchema } from "#lib/constraints/registry.ts";

const long = z.string().max(PROMPT_CHARS).transform(wellFormed);
const short = z.string().max(SHORT_TEXT_CHARS).transform(wellFormed);

/** One few-shot example: what comes in, what should come out. */
export const exampleSchema = z.strictObject({ input: long, output: long });

export const textPromptSchema = z.strictObject({
  kind: z.literal("text"),
  system: long.optional(),
  text: long,
});

/** A prompt made of parts. A part is a phrase and, where a rule can tell, a check. */
export const partsPromptSchema = z.strictObject({
  kind: z.literal("parts"),
  role: long.default(""),
  task: long.default(""),
  audience: short.default(""),
  tone: z.array(short).max(20).default([]),
  constraints: z.array(constraintSchema).max(MAX_CONSTRAINTS).default([]),
  opening: short.default(""),
  closing: short.default(""),
  format: long.default(""),
  examples: z.array(exampleSchema).max(MAX_EXAMPLES).default([]),
  steps: z.boolean().default(false),
  documents: z.boolean().default(false),
  extra: long.default(""),
  /** Send the role as the system message. */
  roleAsSystem: z.boolean().default(false),
});

export const promptSchema = z.discriminatedUnion("kind", [textPromptSchema, partsPromptSchema]);

export type Example = z.infer<typeof exampleSchema>;
export type TextPrompt = z.infer<typeof textPromptSchema>;
export type PartsPrompt = z.infer<typeof partsPromptSchema>;
export type Prompt = z.infer<typeof promptSchema>;

/** Names of the parts, as spans of a compiled prompt carry them. */
export type PartName =
  | "system"
  | "text"
  | "role"
  | "task"
  | "audience"
  | "tone"
  | "constraints"
  | "opening"
  | "closing"
  | "format"
  | "examples"
  | "steps"
  | "documents"
  | "extra";

export const EMPTY_PARTS: PartsPrompt = partsPromptSchema.parse({ kind: "parts" });
