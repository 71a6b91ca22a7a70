/**
 * Text as every engine can store it: lone surrogates become U+FFFD, U+0000 is dropped.
 * Postgres refuses both, SQLite miscounts them, and a hash over them differs after a round trip.
 */
export function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "");
}
