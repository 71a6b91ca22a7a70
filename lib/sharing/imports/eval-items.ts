import { fieldsOf, listOf } from "#lib/comparison/lenient.ts";
import { putValue, valueText } from "./case-rows.ts";
import type { Notes } from "./notes.ts";

type Fields = Record<string, unknown>;

/** The rows of evals as values of variables, each row once: from the runs that hold theirs, and from lines of items. */
export function itemsIn(
  runs: readonly Fields[],
  rows: readonly Fields[],
  notes: Notes,
): Record<string, string>[] {
  const inRuns = runs.flatMap((run) => {
    const source = fieldsOf(fieldsOf(run.data_source).source);
    if (typeof source.id === "string") {
      notes.count(
        { one: "file that a run refers to was left out", many: "files that runs refer to were left out" },
        source.id,
      );
    }
    return listOf(source.content).map((entry) => fieldsOf(fieldsOf(entry).item));
  });
  const alone = rows.map((row) => fieldsOf(isFilled(row.item) ? row.item : row.datasource_item));
  const answered = rows.filter((row) => row.sample !== undefined).length;
  if (answered > 0) notes.say("The answers in the file were left out: run the prompts to get your own.");
  const seen = new Set<string>();
  return [...inRuns, ...alone]
    .map((item) => flat(item, notes))
    .filter((values) => {
      const key = JSON.stringify(values);
      return Object.keys(values).length > 0 && !seen.has(key) && seen.add(key);
    });
}

function isFilled(value: unknown): boolean {
  return Object.keys(fieldsOf(value)).length > 0;
}

/** `user.name` is `user_name`, as templates that say `{{item.user.name}}` are read. */
function flat(item: Fields, notes: Notes): Record<string, string> {
  const values: Record<string, string> = {};
  put(item, "");
  return values;

  function put(fields: Fields, path: string): void {
    for (const [name, value] of Object.entries(fields)) {
      const inner = fieldsOf(value);
      const here = path === "" ? name : `${path}.${name}`;
      if (Object.keys(inner).length > 0) put(inner, here);
      else putValue(values, here, valueText(value), notes);
    }
  }
}
