import { MAX_CASES } from "#lib/base/limits.ts";
import { textOf } from "#lib/comparison/lenient.ts";
import type { Case } from "#lib/comparison/schema.ts";
import type { Notes } from "./notes.ts";

const VALUE_CHARS = 1_000_000;

/** A value of a row as text: what is not text, number or flag becomes JSON. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return textOf(value, VALUE_CHARS);
  if (value === null || value === undefined) return "";
  return textOf(typeof value === "object" ? JSON.stringify(value) : String(value), VALUE_CHARS);
}

/** Rows as cases, numbered from 1; those over the limit are noted. */
export function casesOf(rows: readonly Readonly<Record<string, string>>[], notes: Notes): Case[] {
  for (let index = MAX_CASES; index < rows.length; index += 1) {
    notes.count({
      one: `case was left out: a comparison has ${MAX_CASES} at most`,
      many: `cases were left out: a comparison has ${MAX_CASES} at most`,
    });
  }
  return rows.slice(0, MAX_CASES).map((row, index) => ({
    id: String(index + 1),
    values: Object.fromEntries(Object.entries(row).map(([name, value]) => [name.slice(0, 200), value])),
  }));
}
