import { z } from "zod";
import { SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import { foldQuotes } from "../fold.ts";
import { recent } from "../recent.ts";
import type { ConstraintKind, Reading, Span } from "../types.ts";
import { list } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("json"),
  not: z.boolean().optional(),
  /** Keys that the object must have at the top. Any order, others may stand beside them. */
  keys: z.array(z.string().max(200).transform(wellFormed)).max(100).optional(),
  /** A JSON Schema as text; empty for none. Held against the answer in lib/checks. */
  schema: z.string().max(SHORT_TEXT_CHARS).transform(wellFormed).optional(),
});

export type Json = z.infer<typeof schema>;

const FENCE_OPENS = /^(?:`{3,}|~{3,})[ \t]*(?:\w+[ \t]*)?\n/;
const FENCE_CLOSES = /^[ \t]*(?:`{3,}|~{3,})$/;

/** What stands in the code fence that the text is; null when it is none. */
function fenced(text: string): string | null {
  const start = FENCE_OPENS.exec(text)?.[0].length;
  const end = text.lastIndexOf("\n");
  if (start === undefined || end < start || !FENCE_CLOSES.test(text.slice(end + 1))) return null;
  return text.slice(start, end);
}

function requiredKeys(value: Json): string[] {
  return [...new Set(value.keys)].filter((key) => key !== "");
}

/** Kept, because the two readings and the schema ask for the same text one after another. */
const parsed = recent<{ text: string; read: { value: unknown } | null }>();

function parse(text: string): { value: unknown } | null {
  const known = parsed.entries().find((other) => other.text === text);
  if (known !== undefined) return known.read;
  const read = parsedAnew(text);
  parsed.add({ text, read });
  return read;
}

function parsedAnew(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** What keeps the text from being JSON, and where. */
function obstacle(text: string): { found: string; spans: Span[] } {
  const start = text.search(/[{[]/);
  const end = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]")) + 1;
  if (text.trim() === "") return { found: "empty output", spans: [] };
  if (start === -1) return { found: "no JSON", spans: [{ start: 0, end: text.length }] };
  if (fenced(text.trim()) !== null) return { found: "JSON inside a code fence", spans: [] };
  if (text.slice(0, start).trim() !== "")
    return { found: "text before the JSON", spans: [{ start: 0, end: start }] };
  if (end > start && text.slice(end).trim() !== "") {
    return { found: "text after the JSON", spans: [{ start: end, end: text.length }] };
  }
  return { found: "broken JSON", spans: [{ start, end: text.length }] };
}

/** The JSON that the text is. Loosely read, a fence may stand around it and its quotation marks may be curly. */
export function readJson(text: string, reading: Reading): { value: unknown } | null {
  const trimmed = text.trim();
  if (reading === "strict") return parse(trimmed);
  const inside = fenced(trimmed) ?? trimmed;
  for (const form of new Set([trimmed, inside, foldQuotes(inside)])) {
    const read = parse(form);
    if (read !== null) return read;
  }
  return null;
}

/** Whether a JSON Schema is part of what is asked. */
export function hasSchema(value: Json): boolean {
  return (value.schema ?? "").trim() !== "";
}

/** A bare `"hi"` or `3` is JSON by the book and never what was meant: an object or an array is asked. */
function shapeOf(value: unknown): "object" | "array" | "other" {
  if (Array.isArray(value)) return "array";
  return typeof value === "object" && value !== null ? "object" : "other";
}

export const json: ConstraintKind<typeof schema> = {
  kind: "json",
  label: "JSON",
  schema,
  negatable: true,
  draft: { kind: "json" },
  fields: [
    { name: "keys", type: "words", label: "Required keys", placeholder: "name, price" },
    { name: "schema", type: "text", label: "JSON Schema", placeholder: '{"required": ["name"]}' },
  ],
  chip(value) {
    const keys = requiredKeys(value);
    const named = keys.length === 0 ? "" : ` with ${list(keys, "and", 30)}`;
    if (hasSchema(value)) return `JSON${named} by its schema`;
    return named === "" ? "valid JSON" : `JSON${named}`;
  },
  phrase(value) {
    const keys = requiredKeys(value);
    const named = `, with the ${keys.length === 1 ? "key" : "keys"} ${list(keys, "and")}`;
    const answer =
      keys.length === 0 ? "Answer with valid JSON only" : `Answer with one valid JSON object only${named}`;
    return hasSchema(value)
      ? `${answer}, following this JSON Schema: ${value.schema?.trim()}.`
      : `${answer}.`;
  },
  check(value, text, reading) {
    const asked = json.chip(value);
    const parsed = readJson(text, reading);
    if (parsed === null) return { result: "fail", asked, ...obstacle(text) };
    const shape = shapeOf(parsed.value);
    if (shape === "other") return { result: "fail", found: "a single value", asked, spans: [] };
    const keys = requiredKeys(value);
    const missing = keys.filter((key) => !Object.hasOwn(Object(parsed.value), key));
    const whole = keys.length > 0 && shape === "array" ? "a JSON array, not an object" : `a JSON ${shape}`;
    if (keys.length > 0 && shape === "array") return { result: "fail", found: whole, asked, spans: [] };
    if (missing.length > 0)
      return { result: "fail", found: `no key ${list(missing, "or", 30)}`, asked, spans: [] };
    return hasSchema(value)
      ? { result: "undecided", found: `${whole}, its schema not looked at yet`, asked, spans: [] }
      : { result: "pass", found: whole, asked, spans: [] };
  },
};
