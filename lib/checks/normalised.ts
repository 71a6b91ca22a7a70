import type { Span } from "#lib/constraints/types.ts";

/** A text as checks read it, and the way back to the places in the text itself. */
export interface Normalised {
  text: string;
  /** The place in the original text; never outside it. */
  original(span: Span): Span;
}

/** One line break, or one character with what may melt into it. At most 30 marks, as in Unicode's stream-safe format. */
const PIECE = /\r\n?|[\s\S][\p{M}\u1161-\u1175\u11a8-\u11c2\u{16d67}]{0,30}/gu;
/** Longer runs of marks take the engine's `normalize` quadratic time. */
const MANY_MARKS = /\p{M}{31}/u;
/** A run of so many code units has one of them at a multiple of this, and reaches half as far from there to one side. */
const MARK_EVERY = 31;
const HALF = 15;
/** As far as such a run can reach to either side, code units; a mark has up to two. */
const AROUND = 64;
/** Half of a character of two code units may be half a mark. */
const MAY_BE_MARK = /[\p{M}\p{Cs}]/u;

/** Whether there are more than 30 marks in a row. Most texts have none at the few places that tell where to look. */
function hasManyMarks(text: string): boolean {
  for (let at = MARK_EVERY - 1; at < text.length; at += MARK_EVERY) {
    if (!mayBeMark(text, at)) continue;
    const long = mayBeMark(text, at - HALF) || mayBeMark(text, at + HALF);
    if (long && MANY_MARKS.test(text.slice(Math.max(0, at - AROUND), at + AROUND))) return true;
  }
  return false;
}

function mayBeMark(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x300 && MAY_BE_MARK.test(text.charAt(at));
}

/** LF line ends and NFC. Most texts are so already and are passed through. */
export function normalised(text: string): Normalised {
  if (hasManyMarks(text)) return piecewise(text);
  const composed = text.normalize("NFC");
  if (composed !== text) return wordwise(text, composed);
  return text.includes("\r") ? withLineFeeds(text) : { text, original: (span) => span };
}

/** CR LF and CR become LF. */
function lineFed(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
}

/** Only line breaks differ: the way back counts the shortened ones before a place, and is looked up when asked for. */
function withLineFeeds(original: string): Normalised {
  /** Where in the result the line feeds stand that were two characters, in order. */
  let shortened: number[] | null = null;
  const find = (): number[] => {
    const places: number[] = [];
    for (let at = original.indexOf("\r\n"); at !== -1; at = original.indexOf("\r\n", at + 2))
      places.push(at - places.length);
    return places;
  };
  const back = (place: number): number => {
    shortened ??= find();
    let [low, high] = [0, shortened.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((shortened[middle] ?? place) < place) low = middle + 1;
      else high = middle;
    }
    return Math.min(place + low, original.length);
  };
  return {
    text: lineFed(original),
    original: ({ start, end }) => ({ start: back(start), end: back(end) }),
  };
}

/** A line break or a space, and what follows up to the next one: nothing melts into what stands before it. */
const WORD = /(?:\r\n|[ \r\n])[^ \r\n]*|[^ \r\n]+/g;

/** Where a word begins in the result and in the original. */
interface Word {
  at: number;
  from: number;
  original: string;
}

/** Characters melt together or come apart: the way back is looked up by words, and within a word by pieces. */
function wordwise(original: string, composed: string): Normalised {
  let words: readonly Word[] | null = null;
  const inside = new Map<Word, Normalised>();
  const back = (place: number): { from: number; within: Normalised; place: number } => {
    words ??= wordsOf(original);
    const word = lastBefore(words, place);
    const within = inside.get(word) ?? piecewise(word.original);
    inside.set(word, within);
    return { from: word.from, within, place: place - word.at };
  };
  return {
    text: lineFed(composed),
    original({ start, end }) {
      const first = back(start);
      const begin = first.from + first.within.original({ start: first.place, end: first.place }).start;
      if (end <= start) return { start: begin, end: begin };
      const last = back(end - 1);
      return {
        start: begin,
        end: last.from + last.within.original({ start: last.place, end: last.place + 1 }).end,
      };
    },
  };
}

function wordsOf(text: string): Word[] {
  let at = 0;
  return Array.from(text.matchAll(WORD), ({ 0: original, index: from }) => {
    const word = { at, from, original };
    at += lineFed(original).normalize("NFC").length;
    return word;
  });
}

/** The last word that begins at a place or before it. */
function lastBefore(words: readonly Word[], place: number): Word {
  let [low, high] = [0, words.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((words[middle]?.at ?? place) <= place) low = middle;
    else high = middle - 1;
  }
  return words[low] ?? { at: 0, from: 0, original: "" };
}

/** Each piece by itself, so that a place can be followed through characters that melt together or come apart. */
function piecewise(text: string): Normalised {
  /** For each code unit of the result, where its piece starts in the original. */
  const starts: number[] = [];
  const ends: number[] = [];
  const pieces: string[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const normal = piece.startsWith("\r") ? "\n" : piece.normalize("NFC");
    pieces.push(normal);
    for (let unit = 0; unit < normal.length; unit += 1) {
      starts.push(index);
      ends.push(index + piece.length);
    }
  }
  return {
    text: pieces.join(""),
    original: ({ start, end }) => ({
      start: starts[start] ?? text.length,
      end: end > start ? (ends[end - 1] ?? text.length) : (starts[start] ?? text.length),
    }),
  };
}
