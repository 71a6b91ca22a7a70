import { wellFormed } from "./well-formed.ts";

/**
 * A value as JSON text that is equal where the content is, whatever the order of its keys. Text is made well-formed, as
 * every store will have it; what JSON leaves out (`undefined`) is left out.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(wellFormed(value));
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]): [string, unknown] => [wellFormed(key), item])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}
