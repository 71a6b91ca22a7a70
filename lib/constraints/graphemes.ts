import { byPieces, cutWhere } from "./by-pieces.ts";
import { memory } from "./remember.ts";

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Code units, between any two of which a new character begins: from the first to the last of each pair. */
const SIMPLE_RANGES =
  "\t\n ~\u00a0\u00ac\u00ae\u02ff\u0370\u0482\u048a\u058f\u05d0\u05ea\u060c\u060c\u061b\u061b\u061f\u061f\u0621\u063a\u0641\u064a\u0660\u066d\u067e\u067e\u0686\u0686\u0698\u0698\u06a9\u06a9\u06af\u06af\u06cc\u06cc\u06d4\u06d4\u2010\u2027\u2030\u205e\u2070\u20cf\u2100\u2bff\u3001\u3029\u3041\u3096\u30a0\u30ff\u4e00\u9fff\uac00\ud7a3\uff01\uff60";
const SIMPLE = new Uint8Array(0x1_0000);
for (let index = 0; index < SIMPLE_RANGES.length; index += 2)
  SIMPLE.fill(1, SIMPLE_RANGES.charCodeAt(index), SIMPLE_RANGES.charCodeAt(index + 1) + 1);

function isSimple(text: string, at: number): boolean {
  return at >= 0 && at < text.length && SIMPLE[text.charCodeAt(at)] === 1;
}

/** Behind one of these a space is a character of its own; the letters left out draw what follows to them. */
const BEFORE = /[\p{L}\p{M}\p{Nd}!-~।॥]/u;
/** In front of one of these as well; the letters left out melt into what stands before them. */
const BEHIND = /[\p{L}\p{Nd}!-~]/u;
const NEVER = /[\u0d4e\u0e33\u0eb3\uff9e\uff9f\ud800-\udfff]/;

/** Of each code unit whether it is of a kind, found out when it is asked for: the letters of a language are few. */
function isOfKind(kind: RegExp): (text: string, at: number) => boolean {
  const known = new Uint8Array(0x1_0000);
  return (text, at) => {
    if (at < 0 || at >= text.length) return false;
    const code = text.charCodeAt(at);
    const sign = text.charAt(at);
    if (known[code] === 0) known[code] = kind.test(sign) && !NEVER.test(sign) ? 1 : 2;
    return known[code] === 1;
  };
}
const letsSpaceBehind = isOfKind(BEFORE);
const letsSpaceBefore = isOfKind(BEHIND);

/** Whether there is a space that melts into neither of its neighbours. */
function isSpaceApart(text: string, at: number): boolean {
  return text.charAt(at) === " " && letsSpaceBehind(text, at - 1) && letsSpaceBefore(text, at + 1);
}

/** The words of a language come again and again. */
const known = memory<number>();
/** Nothing melts into this one. */
const SEPARATOR = "\0";

/** How many characters the words have together, by one call of the segmenter: a call for each costs more than the word. */
function measure(words: readonly string[]): number {
  const signs = GRAPHEMES.segment(words.join(SEPARATOR))[Symbol.iterator]();
  let sign = signs.next();
  let [end, sum] = [0, 0];
  for (const word of words) {
    let length = 0;
    for (end += word.length; !sign.done && sign.value.index < end; sign = signs.next()) length += 1;
    known.set(word, length);
    sum += length;
    sign = signs.next();
    end += SEPARATOR.length;
  }
  return sum;
}

/**
 * Goes through a text in stretches that no character reaches out of. In a simple one each code unit is a character;
 * all that is not simple is taken together with its neighbours, because they may melt into it.
 */
function eachStretch(text: string, visit: (start: number, end: number, simple: boolean) => void): void {
  let start = 0;
  let end = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (isSimple(text, at)) continue;
    if (end === -1) {
      start = Math.max(0, at - 1);
      visit(0, start, true);
    } else if (at > end + 1) {
      visit(start, end + 1, false);
      start = at - 1;
      visit(end + 1, start, true);
    } else if (at === end + 1 && isSpaceApart(text, end)) {
      visit(start, end, false);
      start = at;
      visit(end, start, true);
    }
    end = at + 1;
  }
  const last = end === -1 ? 0 : Math.min(text.length, end + 1);
  if (end !== -1) visit(start, last, false);
  visit(last, text.length, true);
}

function charactersOf(text: string): number {
  let count = 0;
  const unknown: string[] = [];
  eachStretch(text, (start, end, simple) => {
    const word = simple ? "" : text.slice(start, end);
    const length = simple ? end - start : known.get(word);
    if (length === undefined) unknown.push(word);
    else count += length;
  });
  return unknown.length === 0 ? count : count + measure(unknown);
}

/** The first place from `from` on that surely lies between two characters. */
function nextCharacter(text: string, from: number): number | null {
  for (let at = from; at < text.length; at += 1) {
    if (text.charAt(at - 1) === "\n" || (isSimple(text, at - 1) && isSimple(text, at))) return at;
  }
  return null;
}

const pieces = byPieces(cutWhere(nextCharacter), (text) => ({ text, length: charactersOf(text) }));

/** How many characters a reader counts: "é", "ที่" and "👨‍👩‍👧" are one each, a line break is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const { value } of pieces(text)) count += value.length;
  return count;
}

/** Where the character number `n` (from 0) starts; the text's length when there are not so many. */
export function characterStart(text: string, n: number): number {
  let left = n;
  for (const { start, value } of pieces(text)) {
    if (left < value.length) return start + startInPiece(value.text, left);
    left -= value.length;
  }
  return text.length;
}

function startInPiece(text: string, n: number): number {
  let left = n;
  let found = text.length;
  eachStretch(text, (start, end, simple) => {
    if (left < 0) return;
    const word = simple ? "" : text.slice(start, end);
    const length = simple ? end - start : (known.get(word) ?? measure([word]));
    if (left < length) found = start + (simple ? left : startOfCharacter(word, left));
    left -= length;
  });
  return found;
}

function startOfCharacter(text: string, n: number): number {
  let left = n;
  for (const { index } of GRAPHEMES.segment(text)) {
    if (left === 0) return index;
    left -= 1;
  }
  return text.length;
}
