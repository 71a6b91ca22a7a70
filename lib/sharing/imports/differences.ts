import { wellFormed } from "#lib/base/well-formed.ts";
import { answerRuleSchema } from "#lib/comparison/answer-rule.ts";
import { fieldsOf, leaves, listOf } from "#lib/comparison/lenient.ts";
import {
  type Comparison,
  checkSchema,
  comparisonSchema,
  paramsSchema,
  variantSchema,
} from "#lib/comparison/schema.ts";
import { partsPromptSchema, textPromptSchema } from "#lib/prompt/schema.ts";
import type { Notes } from "./notes.ts";
import { isSetAside } from "./set-aside.ts";

type Fields = Record<string, unknown>;

/** Fields that a document has somewhere: one that is not kept has a value that does not fit. */
const KNOWN = new Set(
  [
    comparisonSchema,
    comparisonSchema.shape.settings.unwrap(),
    variantSchema,
    variantSchema.shape.model,
    paramsSchema,
    checkSchema,
    textPromptSchema,
    partsPromptSchema,
  ]
    .flatMap((schema) => Object.keys(schema.shape))
    .concat(answerRuleSchema.options.flatMap((schema) => Object.keys(schema.shape))),
);
const DEPTH = 20;

/**
 * Names what a document says and the comparison restored from it does not: unknown fields, values that do not fit and
 * those that were changed to fit, lists over a limit. Ids are made to fit without a word.
 */
export function noteDifferences(input: Fields, restored: Comparison, notes: Notes): void {
  const { version: _, variants, cases, checks, ...rest } = input;
  compare(rest, restored, "", notes);
  const sides = listOf(variants).filter(isSomething);
  // A single "after" stands second.
  const first = sides.length === 1 && fieldsOf(sides[0]).id === "after" ? 1 : 0;
  const kept = restored.variants.slice(first);
  compareAll(sides, kept.slice(0, sides.length), "variants", notes);
  compareAll(
    listOf(cases)
      .filter((each) => Object.keys(fieldsOf(each)).length > 0)
      .map(caseOf),
    restored.cases,
    "cases",
    notes,
  );
  compareAll(listOf(checks).filter(isSomething).map(checkOf), restored.checks, "checks", notes);
}

function compare(given: unknown, kept: unknown, name: string, notes: Notes, depth = 0): void {
  if (name === "id" || given === kept || isEmpty(given) || depth > DEPTH) return;
  const [inner, own] = [fieldsOf(given), fieldsOf(kept)];
  if (Array.isArray(given) && Array.isArray(kept)) compareAll(given, kept, name, notes, depth);
  else if (Object.keys(inner).length > 0 && Object.keys(own).length > 0)
    compareFields(inner, own, notes, depth);
  else if (isObject(given) || isObject(kept)) {
    const there = new Set(leaves(kept, DEPTH));
    if (!leaves(given, DEPTH).every((leaf) => there.has(leaf))) noteLost(name, given, notes);
  } else compareTexts(given, String(kept), name, notes);
}

function compareTexts(given: unknown, kept: string, name: string, notes: Notes): void {
  // Half a character is made whole, and what a text prompt said stands behind what was added.
  const text = wellFormed(String(given));
  if (text === kept || (name === "extra" && kept.startsWith(text))) return;
  if (kept.length < 60 || !text.startsWith(kept)) noteChanged(name, given, kept, notes);
  else notes.count({ one: "text was shortened to fit", many: "texts were shortened to fit" }, name);
}

function compareFields(given: Fields, kept: Fields, notes: Notes, depth: number): void {
  if (kept.kind === "other" && given.kind !== undefined && given.kind !== "other") {
    notes.count(
      { one: "rule that does not fit here became words", many: "rules that do not fit here became words" },
      String(given.kind),
    );
    return;
  }
  for (const [name, value] of Object.entries(given)) {
    if (isSetAside(name) || isEmpty(value)) continue;
    if (Object.hasOwn(kept, name)) compare(value, kept[name], name, notes, depth + 1);
    // What was text before a prompt became parts is kept among them.
    else if (!(kept.kind === "parts" && (name === "text" || name === "system"))) noteLost(name, value, notes);
  }
}

function compareAll(given: unknown[], kept: readonly unknown[], name: string, notes: Notes, depth = 0): void {
  given.forEach((each, index) => {
    if (index < kept.length) compare(each, kept[index], name, notes, depth + 1);
    else if (depth > 0)
      notes.count({
        one: `further entry of “${name}” was left out`,
        many: `further entries of “${name}” were left out`,
      });
  });
}

/** That a limit was kept, or a value mended. */
export function noteChanged(name: string, from: unknown, to: unknown, notes: Notes): void {
  notes.count(
    { one: "value was changed to fit", many: "values were changed to fit" },
    `${name} ${said(from)} became ${said(to)}`,
  );
}

function noteLost(name: string, value: unknown, notes: Notes): void {
  if (KNOWN.has(name)) {
    notes.count(
      { one: "value that does not fit was left out", many: "values that do not fit were left out" },
      `${name} ${said(value)}`,
    );
  } else notes.count({ one: "unknown field was left out", many: "unknown fields were left out" }, name);
}

/** Older forms of a row and of a check, as they are now. */
function caseOf(item: unknown): unknown {
  const { id, values, ...bare } = fieldsOf(item);
  return values === undefined ? { values: bare } : item;
}

function checkOf(item: unknown): unknown {
  const { id, label, hard, constraint, ...bare } = fieldsOf(item);
  return constraint === undefined
    ? { label, hard, constraint: typeof item === "string" ? item : bare }
    : item;
}

function isSomething(item: unknown): boolean {
  return leaves(item, DEPTH).length > 0;
}

/** No text, no number and no flag anywhere in it. */
function isEmpty(value: unknown): boolean {
  if (typeof value === "boolean") return false;
  return (
    value === "" || (!isSomething(value) && !Object.values(fieldsOf(value)).some((each) => !isEmpty(each)))
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function said(value: unknown): string {
  if (value === "") return "nothing";
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
