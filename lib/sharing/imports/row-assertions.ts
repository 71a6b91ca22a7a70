import { fieldsOf, listOf, textOf } from "#lib/comparison/lenient.ts";
import { valueText } from "./case-rows.ts";
import type { Notes } from "./notes.ts";
import { fromLiteral } from "./templates.ts";

/** An assertion as another tool writes it. */
export interface Assertion {
  type: string;
  value: unknown;
  label: string;
  hard: boolean;
  /** A setting that changes what is looked at or when it passes; "" for none. */
  setting: string;
}

/** What an assertion may have beside its kind and still mean what its kind says. */
const PLAIN = ["type", "value", "metric", "weight", "description"];

export interface AssertedRow {
  values: Record<string, string>;
  asserts: Assertion[];
}

/** The assertions in a list; those that only measure time, money or a whole set are not taken apart. */
export function assertionsIn(input: unknown): Assertion[] {
  return listOf(input).flatMap((item) => {
    const fields = fieldsOf(item);
    // A set counts as its members; that only some of them need to pass is more than a check can say.
    if (fields.type === "assert-set" && fields.threshold === undefined) return assertionsIn(fields.assert);
    const type = textOf(fields.type, 100);
    if (type === "") return [];
    return [
      {
        type,
        value: fields.value,
        label: fromLiteral(textOf(fields.metric, 200)),
        hard: fields.weight !== 0,
        setting: settingOf(fields),
      },
    ];
  });
}

function settingOf(fields: Record<string, unknown>): string {
  const [name = ""] = Object.keys(fields).filter((each) => !PLAIN.includes(each) && isGiven(fields[each]));
  return name;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

const ROW_ONLY = {
  one: "assertion that only some of the cases have was left out",
  many: "assertions that only some of the cases have were left out",
};

/**
 * A check here holds for every case. So what all rows ask alike is one assertion; where they ask the same for
 * different texts, the text becomes a variable; what only some rows ask is noted. Changes the rows' values.
 */
export function assertionsOfRows(rows: AssertedRow[], notes: Notes): Assertion[] {
  const [first] = rows;
  if (first === undefined) return [];
  const shape = (asserts: readonly Assertion[]) => {
    const times = new Map<string, number>();
    return asserts.map((each) => {
      const kind = `${each.type}/${each.setting}`;
      const time = times.get(kind) ?? 0;
      times.set(kind, time + 1);
      return { key: `${kind}/${time}`, each };
    });
  };
  const byRow = rows.map(({ asserts }) => new Map(shape(asserts).map(({ key, each }) => [key, each])));
  const taken: Assertion[] = [];
  const keys = [...new Set(byRow.flatMap((row) => [...row.keys()]))];
  for (const key of keys) {
    const all = byRow.map((row) => row.get(key));
    const there = all.filter((each) => each !== undefined);
    const [model] = there;
    if (model === undefined) continue;
    if (there.length < rows.length) {
      for (const each of there) notes.count(ROW_ONLY, each.type);
      continue;
    }
    if (there.every((each) => JSON.stringify(each.value) === JSON.stringify(model.value))) {
      taken.push(model);
      continue;
    }
    if (!there.every(({ value }) => ["string", "number", "boolean"].includes(typeof value))) {
      for (const each of there) notes.count(ROW_ONLY, each.type);
      continue;
    }
    const name = freeName(rows);
    rows.forEach((row, index) => {
      row.values[name] = valueText(there[index]?.value);
    });
    taken.push({ ...model, value: `{{${name}}}` });
  }
  return taken;
}

/** "expected", then "expected_2": a variable that no row has yet. */
function freeName(rows: readonly AssertedRow[]): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? "expected" : `expected_${count}`;
    if (!rows.some(({ values }) => Object.hasOwn(values, name))) return name;
  }
}
