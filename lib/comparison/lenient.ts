import { wellFormed } from "#lib/base/well-formed.ts";

/** Readers for JSON of which nothing is known. None of them throws; each gives the emptiest valid value instead. */

/** An object's own fields; none for anything else. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** A list; one thing that is not a list counts as a list of one. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === "" ? [] : [value];
}

/** Text of at most `max` characters; what was typed into a list or an object comes out line by line. */
export function textOf(value: unknown, max: number): string {
  return wellFormed(leaves(value, 4).join("\n").slice(0, max));
}

/** Every string and number in a value, in order, to a depth of `depth`. */
export function leaves(value: unknown, depth: number): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null || depth === 0) return [];
  return Object.values(value).flatMap((item) => leaves(item, depth - 1));
}
