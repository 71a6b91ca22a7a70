import { wellFormed } from "#lib/base/well-formed.ts";

/**
 * SHA-256 of a JSON value as 43 base64url characters. Equal content gives an equal hash whatever the order
 * of its keys; text is made well-formed first, as every store will have it. Values that JSON leaves out
 * (`undefined`) are left out.
 */
export async function contentHash(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(value));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const base64 = btoa(String.fromCharCode(...digest));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function canonical(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(wellFormed(value));
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]): [string, unknown] => [wellFormed(key), item])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}
