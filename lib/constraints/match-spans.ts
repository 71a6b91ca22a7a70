import type { Span } from "./types.ts";

/**
 * Where a global pattern finds something in a part of a text that begins at `offset`; empty matches are left out. On short
 * parts `matchAll`, which copies the pattern, costs more than the search.
 */
export function matchSpans(pattern: RegExp, part: string, offset = 0): Span[] {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(part); match !== null; match = pattern.exec(part)) {
    if (match[0] === "") pattern.lastIndex += 1;
    else spans.push({ start: offset + match.index, end: offset + pattern.lastIndex });
  }
  return spans;
}
