import { LINE_SIGN } from "#lib/base/fence.ts";
import { normalised } from "#lib/checks/normalised.ts";
import { foldQuotes, foldSpace, normalText } from "#lib/constraints/fold.ts";
import type { Quote } from "./events.ts";

/** Less than this is in every text and shows nothing, characters. */
const SHORTEST_CHARS = 4;
/** More than this is a copy, not a quote, characters. */
const LONGEST_CHARS = 1_000;

/**
 * Where the judge's quote stands in the text, word for word; null when it does not. Kinds of white space and of
 * quotation marks count as the same, capitals do not.
 */
export function findQuote(text: string, quoted: string): Quote | null {
  const source = normalised(text);
  const shortest = Math.min(SHORTEST_CHARS, source.text.trim().length);
  const folded = fold(source.text);
  // As it stands first: a line of the text may begin with the sign itself, as the rows of a table do.
  const plain = normalText(quoted);
  for (const words of new Set([plain, plain.replaceAll(`\n${LINE_SIGN}`, "\n")])) {
    const needle = fold(words).trim();
    if (needle.length < Math.max(1, shortest) || needle.length > LONGEST_CHARS) continue;
    const start = folded.indexOf(needle);
    if (start === -1) continue;
    const span = source.original({ start, end: start + needle.length });
    return { ...span, text: text.slice(span.start, span.end) };
  }
  return null;
}

function fold(text: string): string {
  return foldSpace(foldQuotes(text));
}
