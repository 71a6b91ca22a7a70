import { remember } from "./remember.ts";

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Characters of which each is one for a reader whatever stands beside it; for these the length says it. */
const SIMPLE =
  /^[\t -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/;

const lineLength = remember((line) => {
  if (SIMPLE.test(line)) return line.length;
  let count = 0;
  for (const _ of GRAPHEMES.segment(line)) count += 1;
  return count;
});

/** How many characters a reader counts: "é", "ที่" and "👨‍👩‍👧" are one each, a line break is one. */
export function countCharacters(text: string): number {
  return text.split("\n").reduce((sum, line) => sum + lineLength(line) + 1, -1);
}

/** Where the character number `n` (from 0) starts; the text's length when there are not so many. */
export function characterStart(text: string, n: number): number {
  let left = n;
  let offset = 0;
  for (const line of text.split("\n")) {
    const length = lineLength(line);
    if (left <= length) return offset + startInLine(line, left);
    left -= length + 1;
    offset += line.length + 1;
  }
  return text.length;
}

function startInLine(line: string, n: number): number {
  if (SIMPLE.test(line)) return n;
  let left = n;
  for (const { index } of GRAPHEMES.segment(line)) {
    if (left === 0) return index;
    left -= 1;
  }
  return line.length;
}
