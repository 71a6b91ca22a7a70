import { MAX_CASES } from "#lib/base/limits.ts";
import { fieldsOf, listOf } from "#lib/comparison/lenient.ts";
import { putValue, valueText } from "./case-rows.ts";
import type { Notes } from "./notes.ts";
import { type AssertedRow, assertionsIn } from "./row-assertions.ts";

/** What a row may hold beside its variables and assertions and still mean the same here. */
const KNOWN = ["vars", "assert", "description", "metadata"];
/** Rows that lists of values multiply to, at most: more than the cases of a comparison, so that the rest is noted. */
const MOST_ROWS = 10 * MAX_CASES;

/** The rows of `tests`, with the variables that `defaultTest` gives all of them; a list of values makes a row each. */
export function rowsIn(tests: unknown, everywhere: Record<string, unknown>, notes: Notes): AssertedRow[] {
  noteRest(everywhere, "defaultTest", notes);
  const shared = fieldsOf(everywhere.vars);
  const rows = listOf(tests).flatMap((item) => {
    if (typeof item === "string") {
      notes.count(
        { one: "file that is referred to was left out", many: "files that are referred to were left out" },
        item,
      );
      return [];
    }
    const test = fieldsOf(item);
    noteRest(test, "tests", notes);
    const vars = { ...shared, ...fieldsOf(test.vars) };
    return combinations(vars, notes).map((values) => ({ values, asserts: assertionsIn(test.assert) }));
  });
  if (rows.length > 0 || Object.keys(shared).length === 0) return rows.slice(0, MOST_ROWS);
  return combinations(shared, notes).map((values) => ({ values, asserts: [] }));
}

function noteRest(test: Record<string, unknown>, where: string, notes: Notes): void {
  for (const name of Object.keys(test).filter((each) => !KNOWN.includes(each))) {
    notes.count(
      { one: `setting in ${where} was left out`, many: `settings in ${where} were left out` },
      name,
    );
  }
}

function combinations(vars: Record<string, unknown>, notes: Notes): Record<string, string>[] {
  let rows: Record<string, string>[] = [{}];
  for (const [name, value] of Object.entries(vars)) {
    const values = Array.isArray(value) && value.length > 0 ? value : [value];
    const choices = values.map((each) => named(name, each, notes));
    rows = rows.flatMap((row) => choices.map((choice) => joined(row, choice, notes))).slice(0, MOST_ROWS);
  }
  return rows;
}

function joined(row: Record<string, string>, choice: readonly Named[], notes: Notes): Record<string, string> {
  const values = { ...row };
  for (const { path, text } of choice) putValue(values, path, text, notes);
  return values;
}

interface Named {
  path: string;
  text: string;
}

/** A value under its name; an object under the names of its fields as well: `user.name` is `user_name`. */
function named(name: string, value: unknown, notes: Notes): Named[] {
  const text = valueText(value);
  if (/^(?:file|package):/.test(text)) {
    notes.count(
      { one: "value in another file was left out", many: "values in other files were left out" },
      text,
    );
    return [{ path: name, text: "" }];
  }
  const fields = Object.entries(fieldsOf(value)).map(([field, inner]) => ({
    path: `${name}.${field}`,
    text: valueText(inner),
  }));
  return [{ path: name, text }, ...fields];
}
