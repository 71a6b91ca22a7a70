import { isRecord } from "./dialect.ts";

/** What both services understand of JSON Schema when they hold an answer to it. */
const KEYWORDS: ReadonlySet<string> = new Set([
  "type",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "enum",
  "description",
]);
const TYPES: ReadonlySet<string> = new Set(["object", "array", "string", "integer", "number", "boolean"]);
const DEEPEST = 10;
const MOST_PROPERTIES = 5_000;

/**
 * Why a service refuses the schema; null when it takes it. Stricter than either one: a schema that passes here
 * is within the limits of both.
 */
export function schemaProblem(schema: unknown): string | null {
  let properties = 0;
  const look = (part: unknown, where: string, depth: number): string | null => {
    if (!isRecord(part)) return `${where}: a schema has to be an object`;
    if (depth > DEEPEST) return `${where}: nested too deeply`;
    const unknown = Object.keys(part).find((keyword) => !KEYWORDS.has(keyword));
    if (unknown !== undefined) return `${where}: '${unknown}' is not permitted`;
    if (!TYPES.has(String(part.type))) return `${where}: 'type' is missing or not supported`;
    if (part.type === "array") return look(part.items, `${where}.items`, depth + 1);
    if (part.type !== "object") return null;
    if (part.additionalProperties !== false)
      return `${where}: 'additionalProperties' is required to be false`;
    if (!isRecord(part.properties)) return `${where}: 'properties' is missing`;
    const names = Object.keys(part.properties);
    properties += names.length;
    if (properties > MOST_PROPERTIES) return `${where}: too many properties`;
    const required = Array.isArray(part.required) ? part.required : [];
    if (names.length !== required.length || names.some((name) => !required.includes(name))) {
      return `${where}: 'required' has to name every key in properties`;
    }
    for (const [name, inner] of Object.entries(part.properties)) {
      const problem = look(inner, `${where}.${name}`, depth + 1);
      if (problem !== null) return problem;
    }
    return null;
  };
  return isRecord(schema) && schema.type === "object"
    ? look(schema, "schema", 1)
    : "schema: the root has to be an object";
}
