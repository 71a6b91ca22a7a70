import { byPieces, cutBehind } from "./by-pieces.ts";
import { withoutFences } from "./code-fence.ts";
import { wordsOf } from "./piece-words.ts";
import type { Span } from "./types.ts";

/** A new word begins behind one of these whatever stands before; a comma may stand within a number. */
const BETWEEN_WORDS = /[\n 。！？、।۔؟]|[，；،](?=\p{L})/gu;

const wordPieces = byPieces(cutBehind(BETWEEN_WORDS), wordsOf);

/**
 * The words of a text, one at a time, in any script. "don’t" is one word, "state-of-the-art" four; ``` lines have none.
 * With `among`, those of runs of characters without such a sign may be left out.
 */
export function* eachWord(text: string, among?: RegExp): Generator<Span> {
  for (const { start, value } of wordPieces(withoutFences(text))) {
    const places = value.places(among);
    for (let index = 0; index < places.length; index += 2)
      yield { start: start + (places[index] ?? 0), end: start + (places[index + 1] ?? 0) };
  }
}

/** Where the words of a text stand, all of them. */
export function wordSpans(text: string): Span[] {
  return [...eachWord(text)];
}

/** How many words `wordSpans` finds; null when they are more than `enough` and the others would take long to count. */
export function countWords(text: string, enough = Number.POSITIVE_INFINITY): number | null {
  let count = 0;
  for (const { value } of wordPieces(withoutFences(text))) {
    if (count > enough && !value.isPlain()) return null;
    count += value.count();
  }
  return count;
}

/** Where the word number `n` (from 0) begins; null when there are not so many. */
export function wordStart(text: string, n: number): number | null {
  let left = n;
  for (const { start, value } of wordPieces(withoutFences(text))) {
    const count = value.count();
    if (left < count) return start + (value.places()[2 * left] ?? 0);
    left -= count;
  }
  return null;
}
