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

/** Which end of the text is compared; the rest is not looked at. */
type Edge = "start" | "end";
/** Kept beside what is compared, characters: enough to see whether a word goes on. */
const MARGIN_CHARS = 64;
const WRAPPED = /^[\s"'‘’‚‛′`´“”„‟″«»*_#>~-]+/;
const WRAPPED_END = /[\s"'‘’‚‛′`´“”„‟″«»*_#>~-]/;

/** As much of the text as can matter at that edge: what is wrapped around it, the length asked, and a little more. */
function near(text: string, edge: Edge, length: number): string {
  const kept = length + MARGIN_CHARS;
  if (edge === "start") return text.slice(0, (WRAPPED.exec(text)?.[0].length ?? 0) + kept);
  let end = text.length;
  while (end > 0 && WRAPPED_END.test(text.charAt(end - 1))) end -= 1;
  return text.slice(Math.max(0, end - kept));
}

/**
 * Both sides as the reading compares them, trimmed. Loosely: no capitals, straight quotation marks, and
 * nothing wrapped around either. Of a long text only that edge is kept.
 */
export function edgeForms(
  wanted: string,
  text: string,
  reading: Reading,
  edge: Edge,
): { wanted: string; text: string } {
  const needle = normalText(wanted).trim();
  const trimmed = near(text.trim(), edge, needle.length);
  if (reading === "strict") return { wanted: needle, text: trimmed };
  const bare = unwrapped(foldAll(needle));
  return bare === ""
    ? { wanted: foldAll(needle), text: foldAll(trimmed) }
    : { wanted: bare, text: unwrapped(foldAll(trimmed)) };
}

/** Whether the text begins with it, and not in the middle of a word. */
export function beginsWith(text: string, wanted: string): boolean {
  return text.startsWith(wanted) && isBoundary(text, wanted.length);
}

/** Whether the text ends with it, and not in the middle of a word. */
export function finishesWith(text: string, wanted: string): boolean {
  return text.endsWith(wanted) && isBoundary(text, text.length - wanted.length);
}
