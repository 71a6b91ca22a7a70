import { z } from "zod";
import { SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import { isBoundary } from "./boundary.ts";
import { foldAll, normalText } from "./fold.ts";
import type { Reading } from "./types.ts";

/** What `starts-with` and `ends-with` look for. Empty while someone types; then nothing can be decided. */
export const edgeTextSchema = z.string().max(SHORT_TEXT_CHARS).transform(wellFormed);

/** Signs that people and models wrap a line in: quotation marks, emphasis, a heading, a quote. */
const WRAPPING = " \"'*_#>`~-";

function unwrapped(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && WRAPPING.includes(text.charAt(start))) start += 1;
  while (end > start && WRAPPING.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * Both sides as the reading compares them, trimmed. Loosely: no capitals, straight quotation marks, and
 * nothing wrapped around either.
 */
export function edgeForms(wanted: string, text: string, reading: Reading): { wanted: string; text: string } {
  const needle = normalText(wanted).trim();
  if (reading === "strict") return { wanted: needle, text: text.trim() };
  const bare = unwrapped(foldAll(needle));
  return bare === ""
    ? { wanted: foldAll(needle), text: foldAll(text.trim()) }
    : { wanted: bare, text: unwrapped(foldAll(text)) };
}

/** Whether the text begins with it, and not in the middle of a word. */
export function beginsWith(text: string, wanted: string): boolean {
  return text.startsWith(wanted) && isBoundary(text, wanted.length);
}

/** Whether the text ends with it, and not in the middle of a word. */
export function finishesWith(text: string, wanted: string): boolean {
  return text.endsWith(wanted) && isBoundary(text, text.length - wanted.length);
}
