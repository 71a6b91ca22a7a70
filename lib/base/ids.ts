/** What an id names; the prefix makes logs readable and mixing two ids visible. */
export type IdPrefix = "run" | "own" | "req" | "cmp" | "mgt";

/**
 * A random id such as `run_3q2-8vQyWbZk1Hn5oP9xTA`: 128 bits as 22 base64url characters.
 * Long enough to be the secret in a link.
 */
export function newId(prefix: IdPrefix): string {
  return idOf(prefix, crypto.getRandomValues(new Uint8Array(16)));
}

/** The id that these 16 bytes stand for. */
export function idOf(prefix: IdPrefix, bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return `${prefix}_${base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** Whether the text could be an id that `newId(prefix)` gave. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return text.startsWith(`${prefix}_`) && /^[A-Za-z0-9_-]{22}$/.test(text.slice(prefix.length + 1));
}
