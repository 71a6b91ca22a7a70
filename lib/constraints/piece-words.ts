import { plainWords } from "./plain-words.ts";
import { memory } from "./remember.ts";
import type { Piece } from "./text-pieces.ts";

const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/** The words of a piece. `places` (starts and ends in turn, from the piece's start) is null until it is asked for. */
interface Words extends Piece {
  count: number;
  places: readonly number[] | null;
}

/** Places of the words in pieces that are not plain: the variants of the loose reading share nearly all of them. */
const known = memory<readonly number[]>();

/** The words of each text, by one call of the segmenter: a call for each line costs more than the line. */
function segmented(texts: readonly string[]): number[][] {
  const found: number[][] = texts.map(() => []);
  let index = 0;
  let start = 0;
  let end = texts[0]?.length ?? 0;
  for (const word of WORDS.segment(texts.join("\n"))) {
    if (word.isWordLike !== true) continue;
    while (word.index >= end && index < texts.length - 1) {
      index += 1;
      start = end + 1;
      end = start + (texts[index]?.length ?? 0);
    }
    const at = word.index - start;
    found[index]?.push(at, at + word.segment.length);
  }
  return found;
}

/** The words of each piece of a batch. */
export function wordsOf(batch: readonly Piece[]): Words[] {
  const unknown: Words[] = [];
  const all = batch.map((piece) => {
    const count = plainWords(piece.text);
    const places = count === null ? (known.get(piece.text) ?? null) : null;
    const words: Words = { ...piece, count: count ?? (places?.length ?? 0) / 2, places };
    if (count === null && places === null) unknown.push(words);
    return words;
  });
  segmented(unknown.map(({ text }) => text)).forEach((places, index) => {
    const words = unknown[index];
    if (words === undefined) return;
    words.places = places;
    words.count = places.length / 2;
    known.set(words.text, places);
  });
  return all;
}

/** Starts and ends of the words of a piece, in turn. */
export function placesOf({ text, places }: Words): readonly number[] {
  if (places !== null) return places;
  const found: number[] = [];
  plainWords(text, found);
  return found;
}
