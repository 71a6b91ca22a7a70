import { type PlainWords, plainWords } from "./plain-words.ts";
import { memory } from "./remember.ts";

const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/** Starts and ends of words in turn. */
type Places = readonly number[];

/** The words of a piece of a text, found when they are asked for; their places count from its start. */
export interface Words {
  count(): number;
  /** Whether they are counted without the segmenter. */
  isPlain(): boolean;
  /** With `among`, runs of characters without such a sign are left out. */
  places(among?: RegExp): Places;
}

/** The words of a piece, wherever a text can be cut between two words. */
export function wordsOf(piece: string): Words {
  const asked = new Map<RegExp | undefined, Places>();
  let read: PlainWords | null = null;
  const plain = () => {
    read ??= plainWords(piece, 0);
    return read;
  };
  const isPlain = () => plain().end === piece.length;
  const places = (among?: RegExp) => {
    const found = asked.get(among) ?? placesOf(piece, among);
    asked.set(among, found);
    return found;
  };
  return { count: () => (isPlain() ? plain().count : places().length / 2), isPlain, places };
}

/** A run of characters without a space that is not plain. Behind a space a new word begins, whatever stands before it. */
interface Run {
  start: number;
  text: string;
  /** How many places of plain words stand before it. */
  before: number;
  places: Places | undefined;
}

/** Places of the words in runs that are not plain: the words of a language come again and again. */
const known = memory<Places>();

/** Where the words of a piece stand. */
export function placesOf(piece: string, among?: RegExp): Places {
  const plain: number[] = [];
  const runs: Run[] = [];
  for (let at = 0; at < piece.length; ) {
    const { end } = plainWords(piece, at, plain);
    if (end === piece.length) break;
    const start = runStart(piece, end, at);
    // What was read of the run before its first other character is read again with the rest of it.
    while (plain.length > 0 && (plain.at(-2) ?? 0) >= start) plain.length -= 2;
    at = runEnd(piece, end);
    const text = piece.slice(start, at);
    if (among?.test(text) !== false)
      runs.push({ start, text, before: plain.length, places: known.get(text) });
  }
  if (runs.length === 0) return plain;
  segment(runs.filter(({ places }) => places === undefined));
  return merged(plain, runs);
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
  const all: number[] = [];
  let done = 0;
  for (const { start, before, places = [] } of runs) {
    for (; done < before; done += 1) all.push(plain[done] ?? 0);
    for (const place of places) all.push(start + place);
  }
  for (; done < plain.length; done += 1) all.push(plain[done] ?? 0);
  return all;
}

/** Finds the words of runs, by one call of the segmenter: a call for each costs more than the run. */
function segment(runs: readonly Run[]): void {
  if (runs.length === 0) return;
  const words = WORDS.segment(runs.map(({ text }) => text).join("\n"))[Symbol.iterator]();
  let word = words.next();
  let offset = 0;
  for (const run of runs) {
    const places: number[] = [];
    const end = offset + run.text.length;
    for (; !word.done && word.value.index < end; word = words.next()) {
      const { index, segment: sign, isWordLike } = word.value;
      if (isWordLike === true) places.push(index - offset, index - offset + sign.length);
    }
    run.places = places;
    known.set(run.text, places);
    offset = end + 1;
  }
}
