import { compilePattern } from "#lib/checks/regex-check.ts";
import { fieldsOf, listOf } from "#lib/comparison/lenient.ts";
import { type Constraint, constraintSchema } from "#lib/constraints/registry.ts";
import { valueText } from "./case-rows.ts";
import type { Notes } from "./notes.ts";

/** What an assertion of another tool asks, in our words; a string is why there is none. */
type Reader = (value: unknown, not: boolean, notes: Notes) => Constraint | string | null;

const WORD_CHARS = 200;
const CANNOT = "cannot be held here";
const CAPITALS =
  "Words that an output has to contain, or must not, are found here whether in capitals or not.";

/** By the name that promptfoo gives them, without "not-". To read another one, add a row. */
const ASSERTIONS: Readonly<Record<string, Reader>> = {
  contains: (value, not, notes) => contains([valueText(value)], "all", not, "matter", notes),
  icontains: (value, not, notes) => contains([valueText(value)], "all", not, "ignore", notes),
  "contains-all": (value, not, notes) => contains(listed(value), "all", not, "matter", notes),
  "icontains-all": (value, not, notes) => contains(listed(value), "all", not, "ignore", notes),
  "contains-any": (value, not, notes) => contains(listed(value), "any", not, "matter", notes),
  "icontains-any": (value, not, notes) => contains(listed(value), "any", not, "ignore", notes),
  equals: (value, not) => {
    // Compared as JSON there, so that spaces and the order of names do not matter.
    if (typeof value === "object") return value === null ? null : "it compares JSON";
    const text = valueText(value);
    if (text.trim() === "") return null;
    if (text.length <= WORD_CHARS)
      return { kind: "one-of", options: [text.trim()], where: "whole", ...said(not) };
    return hasVariable(text) ? CANNOT : pattern(escaped(text.trim()), not, "whole");
  },
  regex: (value, not) => (typeof value === "string" ? pattern(value, not, "anywhere") : null),
  "starts-with": (value, not) => ({ kind: "starts-with", text: valueText(value), ...said(not) }),
  "ends-with": (value, not) => ({ kind: "ends-with", text: valueText(value), ...said(not) }),
  "is-json": (value, not) => json(value, not),
  "word-count": (value, not) => wordCount(value, not),
  "llm-rubric": (value, not, notes) => {
    const text = valueText(value);
    if (text.trim() === "" || not) return null;
    notes.say("What a model was to grade became a check for people or a judge; no rule decides it.");
    return { kind: "other", text };
  },
};

/** A constraint of ours, or null, which the notes then explain. No check has a `setting` of an assertion beside its value. */
export function constraintOf(type: string, value: unknown, notes: Notes, setting = ""): Constraint | null {
  const not = type.startsWith("not-");
  const kind = not ? type.slice(4) : type;
  const leftOut = (why = "") => {
    const name = `${type.slice(0, 60)}${why === "" ? "" : ` (${why})`}`;
    notes.count(
      { one: `assertion of kind ${name} was left out`, many: `assertions of kind ${name} were left out` },
      brief(value),
    );
    return null;
  };
  const reader = Object.hasOwn(ASSERTIONS, kind) ? ASSERTIONS[kind] : undefined;
  if (reader === undefined) return leftOut();
  if (setting !== "") return leftOut(`with “${setting.slice(0, 60)}”`);
  const constraint = reader(value, not, notes);
  if (constraint === null || typeof constraint === "string") return leftOut(constraint ?? "");
  const parsed = constraintSchema.safeParse(constraint);
  return parsed.success ? parsed.data : leftOut("too long");
}

/** Present words are found inside longer ones too, as there; absent ones and exact capitals need a pattern. */
function contains(
  words: readonly string[],
  mode: "all" | "any",
  not: boolean,
  capitals: "matter" | "ignore",
  notes: Notes,
): Constraint | string | null {
  const filled = words.map((word) => word.trim()).filter((word) => word !== "");
  if (filled.length === 0) return null;
  if (capitals === "matter" && filled.some((word) => word.toLowerCase() !== word.toUpperCase())) {
    if (!not || filled.some(hasVariable)) notes.say(CAPITALS);
  }
  const [only = ""] = filled;
  if (not) {
    // "Not all of them" has no pattern that takes time in proportion to the text.
    if (filled.length > 1 && (mode === "all" || filled.some(hasVariable))) return CANNOT;
    const word = filled.length === 1 && only.length <= WORD_CHARS;
    if (word && (capitals === "ignore" || hasVariable(only))) {
      return { kind: "keyword", word: only, op: "exactly", n: 0, match: "anywhere" };
    }
    return pattern(filled.map(escaped).join("|"), true, "anywhere", capitals);
  }
  if (filled.some((word) => word.length > WORD_CHARS)) {
    return filled.length === 1 && !hasVariable(only)
      ? pattern(escaped(only), false, "anywhere", capitals)
      : CANNOT;
  }
  return { kind: "include", words: filled, mode, match: "anywhere" };
}

function pattern(
  source: string,
  not: boolean,
  where: "anywhere" | "whole",
  capitals?: "matter" | "ignore",
): Constraint | string | null {
  if (source.trim() === "") return null;
  if (source.length > 500) return "its pattern is longer than 500 characters";
  const { problem } = compilePattern(source);
  if (problem !== undefined) return problem;
  return {
    kind: "regex",
    pattern: source,
    ...(where === "whole" ? { where } : {}),
    ...(capitals === "ignore" ? { capitals } : {}),
    ...said(not),
  };
}

function json(value: unknown, not: boolean): Constraint | string {
  if (value === undefined || value === null || value === "") return { kind: "json", ...said(not) };
  const asked = withoutShapes(value);
  if (asked === null) return { kind: "json", ...said(not) };
  const schema = typeof asked === "string" ? asked : JSON.stringify(asked);
  const keys = onlyKeys(asked);
  if (keys !== null) return { kind: "json", keys, ...said(not) };
  return { kind: "json", schema, ...said(not) };
}

/** That it has to be an object or an array goes without saying here; null when nothing else is asked. */
function withoutShapes(value: unknown): unknown {
  const isText = typeof value === "string" && value.trimStart().startsWith("{");
  const { type, ...rest } = fieldsOf(isText ? parsed(value) : value);
  if (!isAnyShape(type)) return value;
  if (Object.keys(rest).length === 0) return null;
  return isText ? JSON.stringify(rest) : rest;
}

function isAnyShape(type: unknown): boolean {
  return JSON.stringify(type) === '["object","array"]';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The names of a schema that asks for nothing but an object with those names. */
function onlyKeys(value: unknown): string[] | null {
  const { type, required, ...rest } = fieldsOf(value);
  const keys = listOf(required).filter((key) => typeof key === "string");
  return type === "object" && Array.isArray(required) && keys.length > 0 && Object.keys(rest).length === 0
    ? keys
    : null;
}

function wordCount(value: unknown, not: boolean): Constraint | null {
  if (typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value))) {
    return { kind: "words", op: "exactly", n: Number(value), ...said(not) };
  }
  const { min, max } = fieldsOf(value);
  if (typeof min === "number" && typeof max === "number")
    return { kind: "words", op: "between", n: min, max, ...said(not) };
  if (typeof min === "number") return { kind: "words", op: "at-least", n: min, ...said(not) };
  return typeof max === "number" ? { kind: "words", op: "at-most", n: max, ...said(not) } : null;
}

function hasVariable(text: string): boolean {
  return text.includes("{{");
}

function said(not: boolean): { not?: true } {
  return not ? { not: true } : {};
}

/** A list as it is, or one written with commas. */
function listed(value: unknown): string[] {
  return typeof value === "string" ? value.split(",") : listOf(value).map(valueText);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}

function brief(value: unknown): string {
  return valueText(value).split("\n")[0] ?? "";
}
