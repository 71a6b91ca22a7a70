import { canonicalJson } from "#lib/base/canonical-json.ts";

/**
 * SHA-256 of a JSON value as 43 base64url characters. Equal content gives an equal hash, whatever the order of its keys.
 */
export async function contentHash(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(value));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const base64 = btoa(String.fromCharCode(...digest));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
