import { wellFormed } from "#lib/base/well-formed.ts";

/** A value as JSON text that both databases keep character by character. */
export function toStoredJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === "string" ? wellFormed(item) : item));
}

/** Text without the differences of letter case, for a search. */
export function folded(text: string): string {
  return wellFormed(text).normalize("NFC").toUpperCase();
}

/** A LIKE pattern that finds `text` anywhere, to be used with ESCAPE '\'. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
}

/** An id as it is asked for; what cannot be an id finds nothing. */
export function idToFind(id: string): string {
  return id === wellFormed(id) ? id : "";
}
