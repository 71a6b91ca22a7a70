import { plainWords } from "./plain-words.ts";
import { memory } from "./remember.ts";

const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/** Starts and ends of words in turn. */
type Places = readonly number[];

/** The words of a piece of a text; their places count from its start. */
export interface Words {
  count: number;
  places(): Places;
}

/** The words of a piece, wherever a text can be cut between two words. */
export function wordsOf(piece: string): Words {
  const { end, count } = plainWords(piece, 0);
  if (end === piece.length) return { count, places: () => placesOf(piece) };
  const places = placesOf(piece);
  return { count: places.length / 2, places: () => places };
}

/** A run of characters without a space that is not plain. Behind a space a new word begins, whatever stands before it. */
interface Run {
  start: number;
  text: string;
  /** How many places of plain words stand before it. */
  before: number;
}

/** Places of the words in runs that are not plain: the words of a language come again and again. */
const known = memory<Places>();

/** Only their places. */
export function placesOf(piece: string): Places {
  const plain: number[] = [];
  const runs: Run[] = [];
  for (let at = 0; at < piece.length; ) {
    const { end } = plainWords(piece, at, plain);
    if (end === piece.length) break;
    const start = runStart(piece, end, at);
    // What was read of the run before its first other character is read again with the rest of it.
    while (plain.length > 0 && (plain.at(-2) ?? 0) >= start) plain.length -= 2;
    at = runEnd(piece, end);
    runs.push({ start, text: piece.slice(start, at), before: plain.length });
  }
  return runs.length === 0 ? plain : merged(plain, runs);
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0a;
}

function runStart(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && !isSpace(text, start - 1)) start -= 1;
  return start;
}

function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isSpace(text, end)) end += 1;
  return end;
}

/** The places of plain words with those of the runs in between. */
function merged(plain: readonly number[], runs: readonly Run[]): number[] {
  const found = runs.map(({ text }) => known.get(text));
  const learned = segmented(
    new Set(runs.filter((_, index) => found[index] === undefined).map(({ text }) => text)),
  );
  const all: number[] = [];
  let done = 0;
  for (const [index, { start, text, before }] of runs.entries()) {
    for (; done < before; done += 1) all.push(plain[done] ?? 0);
    for (const place of found[index] ?? learned.get(text) ?? []) all.push(start + place);
  }
  for (; done < plain.length; done += 1) all.push(plain[done] ?? 0);
  return all;
}

/** The words of each run, by one call of the segmenter: a call for each costs more than the run. */
function segmented(runs: ReadonlySet<string>): Map<string, Places> {
  const words = WORDS.segment([...runs].join("\n"))[Symbol.iterator]();
  let word = words.next();
  let offset = 0;
  const found = new Map<string, Places>();
  for (const run of runs) {
    const places: number[] = [];
    const end = offset + run.length;
    for (; !word.done && word.value.index < end; word = words.next()) {
      const { index, segment, isWordLike } = word.value;
      if (isWordLike === true) places.push(index - offset, index - offset + segment.length);
    }
    found.set(run, places);
    known.set(run, places);
    offset = end + 1;
  }
  return found;
}
