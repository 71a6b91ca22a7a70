import type { Ending, Params } from "../types.ts";

const CHARS_PER_TOKEN = 4;

/**
 * What of a text is left under the caller's stop sequences and token limit, and how it ends.
 * A stop sequence is not part of the text and ends it as complete; a token is taken as four characters.
 */
export function limited(text: string, params: Params): { text: string; ending: Ending } {
  const stops = (params.stop ?? []).map((sequence) => text.indexOf(sequence)).filter((at) => at >= 0);
  const stopped = text.slice(0, Math.min(text.length, ...stops));
  if (params.maxTokens !== undefined && stopped.length > params.maxTokens * CHARS_PER_TOKEN) {
    return { text: wholeCharacters(stopped, params.maxTokens * CHARS_PER_TOKEN), ending: "length" };
  }
  return { text: stopped, ending: stopped === "" ? "empty" : "complete" };
}

/** At most `length` UTF-16 code units, never half of a character. */
function wholeCharacters(text: string, length: number): string {
  const cut = text.slice(0, length);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
