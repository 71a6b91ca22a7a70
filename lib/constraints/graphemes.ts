import { remember } from "./remember.ts";

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Characters of which each is one for a reader whatever stands beside it; for these the length says it. */
const SIMPLE =
  /^[\t -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u066d\u067e\u0686\u0698\u06a9\u06af\u06cc\u06d4\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u218f\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/;

/** In a line of other characters, a place about each so many characters is kept, so that none is looked for from the beginning. */
const STRIDE = 256;

interface Measured {
  length: number;
  /** Starts of words on the way, each with the number of the character that stands there; none for a simple line. */
  marks: readonly { at: number; number: number }[];
}

/** Behind one of these a space is a character of its own; the letters left out draw what follows to them. */
const BEFORE = /[\p{L}\p{M}\p{Nd}!-~।॥]/u;
/** In front of one of these as well; the letters left out melt into what stands before them. */
const BEHIND = /[\p{L}\p{Nd}!-~]/u;
const NEVER = /[\u0d4e\u0e33\u0eb3\uff9e\uff9f\ud800-\udfff]/;

/** Scripts of which nearly every letter takes the segmenter long: there words are looked at, each once. */
const CLUSTERED = /[\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;

/** The words of a language come again and again; each is measured once. */
const lengthOfOther = remember((word): number => {
  let length = 0;
  for (const _ of GRAPHEMES.segment(word)) length += 1;
  return length;
});

function lengthOf(word: string): number {
  return SIMPLE.test(word) ? word.length : lengthOfOther(word);
}

function isApart(line: string, space: number): boolean {
  const [before, behind] = [line.charAt(space - 1), line.charAt(space + 1)];
  return BEFORE.test(before) && BEHIND.test(behind) && !NEVER.test(before) && !NEVER.test(behind);
}

const measured = remember((line): Measured => {
  if (SIMPLE.test(line)) return { length: line.length, marks: [] };
  return CLUSTERED.test(line) ? byWords(line) : bySigns(line);
});

function bySigns(line: string): Measured {
  const marks: { at: number; number: number }[] = [];
  let length = 0;
  for (const { index } of GRAPHEMES.segment(line)) {
    if (length % STRIDE === 0) marks.push({ at: index, number: length });
    length += 1;
  }
  return { length, marks };
}

function byWords(line: string): Measured {
  const marks: { at: number; number: number }[] = [];
  let length = 0;
  let at = 0;
  for (let space = line.indexOf(" "); space !== -1; space = line.indexOf(" ", space + 1)) {
    if (!isApart(line, space)) continue;
    if (length >= (marks.at(-1)?.number ?? -STRIDE) + STRIDE) marks.push({ at, number: length });
    length += lengthOf(line.slice(at, space)) + 1;
    at = space + 1;
  }
  marks.push({ at, number: length });
  return { length: length + lengthOf(line.slice(at)), marks };
}

/** How many characters a reader counts: "é", "ที่" and "👨‍👩‍👧" are one each, a line break is one. */
export function countCharacters(text: string): number {
  return text.split("\n").reduce((sum, line) => sum + measured(line).length + 1, -1);
}

/** Where the character number `n` (from 0) starts; the text's length when there are not so many. */
export function characterStart(text: string, n: number): number {
  let left = n;
  let offset = 0;
  for (const line of text.split("\n")) {
    const { length } = measured(line);
    if (left <= length) return offset + startInLine(line, left);
    left -= length + 1;
    offset += line.length + 1;
  }
  return text.length;
}

function startInLine(line: string, n: number): number {
  const { length, marks } = measured(line);
  if (marks.length === 0) return Math.min(n, line.length);
  if (n >= length) return line.length;
  const from = marks.findLast(({ number }) => number <= n) ?? { at: 0, number: 0 };
  let left = n - from.number;
  for (const { index } of GRAPHEMES.segment(line.slice(from.at))) {
    if (left === 0) return from.at + index;
    left -= 1;
  }
  return line.length;
}
