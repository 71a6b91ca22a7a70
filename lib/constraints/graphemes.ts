import { remember } from "./remember.ts";

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Characters of which each is one for a reader whatever stands beside it; for these the length says it. */
const SIMPLE =
  /^[\t -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u066d\u067e\u0686\u0698\u06a9\u06af\u06cc\u06d4\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u218f\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/;

/** In a line of other characters, the start of each so manieth is kept, so that none is looked for from the beginning. */
const STRIDE = 256;

interface Measured {
  length: number;
  /** Where the characters number 0, STRIDE, 2 × STRIDE … start; none for a simple line. */
  marks: readonly number[];
}

const measured = remember((line): Measured => {
  if (SIMPLE.test(line)) return { length: line.length, marks: [] };
  const marks: number[] = [];
  let length = 0;
  for (const { index } of GRAPHEMES.segment(line)) {
    if (length % STRIDE === 0) marks.push(index);
    length += 1;
  }
  return { length, marks };
});

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
  if (marks.length === 0 || n >= length) return Math.min(n, line.length);
  const from = marks[Math.floor(n / STRIDE)] ?? 0;
  let left = n % STRIDE;
  for (const { index } of GRAPHEMES.segment(line.slice(from))) {
    if (left === 0) return from + index;
    left -= 1;
  }
  return line.length;
}
