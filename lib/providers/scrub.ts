/** No more is read: the patterns below take time that grows with the square of it. */
const READ_CHARS = 1_000;
const LONGEST_REASON_CHARS = 200;

const ADDRESS =
  /\b[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+|\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\S*|\b[\w-]+(?:\.[\w-]+)*:\d{2,5}\S*/gi;
/** What looks like a credential: a known prefix, or a long run without a space. */
const CREDENTIAL = /\b(?:sk|pk|rk|gsk|xai|key|api|token|bearer)[-_:= ][\w*.…%+/=-]{4,}|[\w*.%+/=-]{24,}/gi;
const SHORTEST_PIECE_CHARS = 6;

/**
 * A provider's own words, made fit to show: one short line without addresses and without anything of the
 * key, in whatever form it comes back (whole, masked in the middle, its tail, base64, URL-encoded).
 */
export function scrub(text: string, key: string | null): string {
  const line = beginningOf(text)
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim();
  const open = line.replaceAll(ADDRESS, "[address]").replaceAll(CREDENTIAL, "[removed]");
  const clean = key === null ? open : withoutPieces(open, [key, encodeURIComponent(key), base64(key)]);
  return clean.length <= LONGEST_REASON_CHARS
    ? clean
    : `${clean.slice(0, LONGEST_REASON_CHARS - 1).trimEnd()}…`;
}

/** Whole words only: half of a credential would not look like one. */
function beginningOf(text: string): string {
  if (text.length <= READ_CHARS) return text;
  const beginning = text.slice(0, READ_CHARS);
  return beginning.slice(0, beginning.search(/\s\S*$/) + 1);
}

/** Removes every word that shares a beginning or an end of six characters with a secret. */
function withoutPieces(text: string, secrets: string[]): string {
  const ends = secrets
    .filter((secret) => secret.length > 0)
    .flatMap((secret) => [secret.slice(0, SHORTEST_PIECE_CHARS), secret.slice(-SHORTEST_PIECE_CHARS)]);
  return text
    .split(" ")
    .map((word) => (ends.some((end) => word.includes(end)) ? "[removed]" : word))
    .join(" ");
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text))).replace(/=+$/, "");
}
