import { MAX_CASES, MAX_CHECKS, MAX_SAMPLES, MAX_VARIANTS, SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { EMPTY_PARTS } from "#lib/prompt/schema.ts";
import { type AnswerRule, answerRuleSchema } from "./answer-rule.ts";
import { fieldsOf, leaves, listOf, textOf } from "./lenient.ts";
import { restoreConstraint } from "./restore-constraint.ts";
import { restorePrompt } from "./restore-prompt.ts";
import {
  type Case,
  type Check,
  type Comparison,
  comparisonSchema,
  type Params,
  paramsSchema,
  SCHEMA_VERSION,
  type Variant,
} from "./schema.ts";
import { freeSlug, slugOf } from "./slug.ts";

/** Runs anywhere, without a key. */
const DEFAULT_MODEL: Variant["model"] = { provider: "demo", model: "demo" };
const NOTE_CHARS = 100_000;
const VALUE_CHARS = 1_000_000;

/**
 * A valid comparison out of any JSON: older, partial or broken. A valid one comes back unchanged; what was
 * typed is kept wherever the document has a place for it; unknown fields go. Never throws.
 */
export function restore(input: unknown): Comparison {
  const fields = fieldsOf(input);
  const samples = Number(textOf(fieldsOf(fields.settings).samples, 20));
  return {
    version: SCHEMA_VERSION,
    title: textOf(fields.title, SHORT_TEXT_CHARS),
    note: textOf(fields.note, NOTE_CHARS),
    variants: restoreVariants(fields.variants),
    cases: restoreCases(fields.cases),
    checks: restoreChecks(fields.checks),
    settings: {
      samples: Number.isFinite(samples) ? Math.min(MAX_SAMPLES, Math.max(1, Math.round(samples))) : 1,
      ...restoreOff(fieldsOf(fields.settings).off),
      ...restoreAnswer(fieldsOf(fields.settings).answer),
    },
  };
}

function restoreVariants(input: unknown): Variant[] {
  const ids = new Set<string>();
  const variants = listOf(input)
    .filter((item) => typeof item === "string" || Object.keys(fieldsOf(item)).length > 0)
    .slice(0, MAX_VARIANTS)
    .map((item, index) => restoreVariant(item, index, ids));
  const [only, second] = variants;
  if (only !== undefined && second !== undefined) return variants;
  const model = only?.model ?? DEFAULT_MODEL;
  const before: Variant = {
    id: freeSlug("before", ids),
    prompt: { kind: "text", text: "" },
    model,
    params: {},
  };
  if (only?.id === "after") return [before, only];
  const after: Variant = { id: freeSlug("after", ids), prompt: EMPTY_PARTS, model, params: {} };
  return [only ?? before, after];
}

function restoreVariant(input: unknown, index: number, ids: Set<string>): Variant {
  const fields = fieldsOf(input);
  const fallback = ["before", "after"][index] ?? `variant-${index + 1}`;
  return {
    id: restoreId(fields.id, fallback, ids),
    ...restoreLabel(fields.label),
    prompt: restorePrompt(typeof input === "string" ? input : fields.prompt),
    model: restoreModel(fields.model),
    params: restoreParams(fields.params),
  };
}

function restoreModel(input: unknown): Variant["model"] {
  const fields = fieldsOf(input);
  const provider = textOf(fields.provider, 64);
  const model = textOf(fields.model, 200);
  return provider === "" || model === "" ? DEFAULT_MODEL : { provider, model };
}

/** Each parameter by itself, so that one bad number does not take the others with it. */
function restoreParams(input: unknown): Params {
  const fields = fieldsOf(input);
  const valid = Object.entries(paramsSchema.shape).flatMap(([name, schema]) => {
    const { success, data } = schema.safeParse(fields[name]);
    return success && data !== undefined ? [[name, data]] : [];
  });
  return paramsSchema.safeParse(Object.fromEntries(valid)).data ?? {};
}

function restoreCases(input: unknown): Case[] {
  const ids = new Set<string>();
  return listOf(input)
    .filter((item) => Object.keys(fieldsOf(item)).length > 0)
    .slice(0, MAX_CASES)
    .map((item, index) => {
      const { id, values, ...bare } = fieldsOf(item);
      return {
        id: restoreId(id, String(index + 1), ids),
        values: restoreValues(values === undefined ? bare : fieldsOf(values)),
      };
    });
}

function restoreValues(fields: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(fields)
    .filter(([name]) => name !== "__proto__" && name.length <= 200)
    .map(([name, value]) => [name, textOf(value, VALUE_CHARS)]);
  return Object.fromEntries(entries);
}

function restoreChecks(input: unknown): Check[] {
  const ids = new Set<string>();
  return listOf(input)
    .flatMap((item) => {
      const { id, label, hard, constraint: held, ...bare } = fieldsOf(item);
      const constraint = restoreConstraint(held ?? (typeof item === "string" ? item : bare));
      return constraint === null ? [] : [{ id, label, hard, constraint }];
    })
    .slice(0, MAX_CHECKS)
    .map(({ id, label, hard, constraint }) => ({
      id: restoreId(id, constraint.kind, ids),
      ...restoreLabel(label),
      hard: hard !== false,
      constraint,
    }));
}

/** Only ids; a valid list comes back unchanged, an absent or empty one is absent. */
function restoreOff(input: unknown): { off?: string[] } {
  const valid = comparisonSchema.shape.settings.safeParse({ off: input });
  if (valid.success) return valid.data.off === undefined ? {} : { off: valid.data.off };
  const ids = listOf(input)
    .flatMap((item) => slugOf(leaves(item, 1).join("-")) || [])
    .slice(0, MAX_CHECKS);
  return ids.length === 0 ? {} : { off: [...new Set(ids)] };
}

/** A valid rule or none. */
function restoreAnswer(input: unknown): { answer?: AnswerRule } {
  const { success, data } = answerRuleSchema.safeParse(input);
  return success ? { answer: data } : {};
}

function restoreLabel(input: unknown): { label?: string } {
  return input === undefined ? {} : { label: textOf(input, SHORT_TEXT_CHARS) };
}

function restoreId(input: unknown, fallback: string, taken: Set<string>): string {
  return freeSlug(slugOf(leaves(input, 1).join("-")) || fallback, taken);
}
