import type { Span } from "#lib/constraints/types.ts";
import { clip } from "#lib/constraints/wording.ts";

const SHOWN = 3;
const EXCERPT_CHARS = 80;

/** The first few places of the evidence, in words; and how many more there are. */
export function excerpts(
  text: string,
  spans: readonly Span[],
): { shown: { start: number; words: string }[]; more: number } {
  const places = spans
    .map(({ start, end }) => ({ start, words: clip(text.slice(start, end), EXCERPT_CHARS) }))
    .filter(({ words }) => words !== "");
  const shown = places.length === SHOWN + 1 ? places : places.slice(0, SHOWN);
  return { shown, more: places.length - shown.length };
}
