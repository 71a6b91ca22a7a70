import { MAX_CASES } from "#lib/base/limits.ts";
import { textOf } from "#lib/comparison/lenient.ts";
import type { Case } from "#lib/comparison/schema.ts";
import type { Notes } from "./notes.ts";
import { variableName } from "./templates.ts";

const VALUE_CHARS = 1_000_000;

/** A value of a row as text: what is not text, number or flag becomes JSON. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return textOf(value, VALUE_CHARS);
  if (value === null || value === undefined) return "";
  return textOf(typeof value === "object" ? JSON.stringify(value) : String(value), VALUE_CHARS);
}

/**
 * Puts a value under its variable; `path` is what the file calls it. Where another value has the variable already, as
 * with `user.name` and `user_name`, that one stays and this one is noted.
 */
export function putValue(values: Record<string, string>, path: string, text: string, notes: Notes): void {
  const name = variableName(path);
  if (!Object.hasOwn(values, name)) values[name] = text;
  else if (values[name] !== text) {
    notes.count(
      {
        one: "value was left out: another one has its variable",
        many: "values were left out: others have their variables",
      },
      `${path} (${name})`,
    );
  }
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
