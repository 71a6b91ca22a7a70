import { z } from "zod";
import {
  MAX_CASES,
  MAX_CHECKS,
  MAX_CONSTRAINTS,
  MAX_SAMPLES,
  MAX_VARIANTS,
  SHORT_TEXT_CHARS,
} from "#lib/base/limits.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import { constraintSchema } from "#lib/constraints/registry.ts";
import { promptSchema } from "#lib/prompt/schema.ts";
import { answerRuleSchema } from "./answer-rule.ts";

/** The current shape of a Comparison; `restore` brings older ones here. */
export const SCHEMA_VERSION = 1;

const short = z.string().max(SHORT_TEXT_CHARS).transform(wellFormed);
/** Ids go into event data, element ids and file names: no spaces, no dots. */
export const slugSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "letters, digits, - and _, up to 64");

const modelRefSchema = z.strictObject({
  provider: z.string().min(1).max(64),
  model: z.string().min(1).max(200).transform(wellFormed),
});

export const paramsSchema = z.strictObject({
  maxTokens: z.int().min(1).max(1_000_000).optional(),
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().gt(0).max(1).optional(),
  seed: z.int().min(0).max(2_147_483_647).optional(),
  stop: z.array(z.string().min(1).max(200)).max(4).optional(),
  reasoningEffort: z.enum(["minimal", "low", "medium", "high"]).optional(),
});

export const variantSchema = z.strictObject({
  id: slugSchema,
  label: short.optional(),
  prompt: promptSchema,
  model: modelRefSchema,
  params: paramsSchema.default({}),
});

/** One row of {{variable}} values. */
export const caseSchema = z.strictObject({
  id: slugSchema,
  values: z.record(z.string().max(200), z.string().max(1_000_000).transform(wellFormed)).default({}),
});

/** A check someone wrote by hand; those that follow from a prompt's parts are derived, never stored. */
export const checkSchema = z.strictObject({
  id: slugSchema,
  label: short.optional(),
  hard: z.boolean().default(true),
  constraint: constraintSchema,
});

export const offSchema = z.array(slugSchema).max(MAX_CHECKS + MAX_CONSTRAINTS);

export const comparisonSchema = z.strictObject({
  version: z.literal(SCHEMA_VERSION),
  title: short.default(""),
  note: z.string().max(100_000).transform(wellFormed).default(""),
  variants: z.array(variantSchema).min(2).max(MAX_VARIANTS),
  cases: z.array(caseSchema).max(MAX_CASES).default([]),
  checks: z.array(checkSchema).max(MAX_CHECKS).default([]),
  settings: z
    .strictObject({
      samples: z.int().min(1).max(MAX_SAMPLES).default(1),
      /** Ids of checks that are switched off, derived ones too: shown, not counted. Absent when there are none. */
      off: offSchema.optional(),
      /** How the final answer is read where samples are counted; absent where the answers tell by themselves. */
      answer: answerRuleSchema.optional(),
    })
    .prefault({}),
});

export type Params = z.infer<typeof paramsSchema>;
export type Variant = z.infer<typeof variantSchema>;
export type Case = z.infer<typeof caseSchema>;
export type Check = z.infer<typeof checkSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
