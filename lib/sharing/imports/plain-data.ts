import { IMPORT_DEPTH, IMPORT_RECORDS } from "#lib/base/limits.ts";

/** Names through which a value could reach the prototype of every object. */
const REFUSED_KEYS = new Set(["__proto__", "constructor", "prototype"]);
/** Values in one file, with those that an anchor repeats. */
const MOST_VALUES = 500_000;

/**
 * Why a parsed value is not taken as data, as the end of a sentence that begins with "This file cannot be read:";
 * null when it is plain. Depth, length of lists and number of values are bounded, so is every key.
 */
export function problemOfData(value: unknown): string | null {
  let values = 0;
  return look(value, 0);

  function look(item: unknown, depth: number): string | null {
    values += 1;
    if (values > MOST_VALUES) return "it holds more values than can be read";
    if (typeof item !== "object" || item === null) return null;
    if (depth >= IMPORT_DEPTH) return `it is nested more than ${IMPORT_DEPTH} levels deep`;
    if (Array.isArray(item)) {
      if (item.length > IMPORT_RECORDS) return tooMany(item.length);
      return firstProblem(item, (each) => look(each, depth + 1));
    }
    return firstProblem(Object.entries(item), ([key, each]) => problemOfKey(key) ?? look(each, depth + 1));
  }
}

export function problemOfKey(key: string): string | null {
  if (REFUSED_KEYS.has(key)) return `it has a field named “${key}”, which is not taken`;
  return key.includes("\0") ? "the name of a field in it has a NUL character" : null;
}

export function tooMany(records: number): string {
  const count = (value: number) => value.toLocaleString("en-US");
  return `it has a list of ${count(records)} entries, more than ${count(IMPORT_RECORDS)}`;
}

function firstProblem<Item>(items: readonly Item[], find: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
