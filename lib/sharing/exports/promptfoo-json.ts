export interface FooAssertion {
  type: string;
  value?: unknown;
  metric?: string;
  weight?: number;
}

export type Literal = (text: string) => string;

/** What is JSON here: an object or an array. A bare `42` is JSON there too. */
const SHAPES = ["object", "array"];

/** JSON with its keys and its schema as one schema; null when no answer could keep it, or the schema is none. */
export function jsonAssertion(
  keys: readonly string[] | undefined,
  schema: string | undefined,
  not: boolean,
  literal: Literal,
): FooAssertion | null {
  const required = [...new Set(keys)].filter((key) => key !== "");
  const given = (schema ?? "").trim();
  const parsed = given === "" ? {} : objectOf(given);
  if (parsed === null) return null;
  // Its own place in the schema is kept, so that a reference in it still finds what it names.
  const type = typeOf(parsed.type, required.length > 0);
  if (type === null || (required.length > 0 && !isListOrNone(parsed.required))) return null;
  const value = {
    ...parsed,
    type,
    ...(required.length === 0 ? {} : { required: [...new Set([...listed(parsed.required), ...required])] }),
  };
  return {
    type: not ? "not-is-json" : "is-json",
    // In a configuration a reference would be looked up in the configuration; in a text it stays in the schema.
    value: given.includes("$ref") ? literal(JSON.stringify(value)) : value,
  };
}

/** What a schema's own type leaves of the two shapes. */
function typeOf(own: unknown, onlyObject: boolean): unknown {
  const wanted = onlyObject ? ["object"] : SHAPES;
  const left = own === undefined ? wanted : wanted.filter((shape) => listed(own).includes(shape));
  return left.length === 0 ? null : left.length === 1 ? left[0] : left;
}

function isListOrNone(value: unknown): boolean {
  return value === undefined || Array.isArray(value);
}

function listed(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function objectOf(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
