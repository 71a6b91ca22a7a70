/** Scripts written without spaces, and Hangul, whose particles attach to the word: no boundary is asked of them. */
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]$/u;
const WORD = /^[\p{L}\p{M}\p{N}_]$/u;
const MARK = /^\p{M}$/u;

const IS_WORD = 1;
const IS_MARK = 2;
const IS_UNSPACED = 4;
const IS_KNOWN = 8;

function classOf(sign: string): number {
  return (
    IS_KNOWN |
    (WORD.test(sign) ? IS_WORD : 0) |
    (MARK.test(sign) ? IS_MARK : 0) |
    (UNSPACED.test(sign) ? IS_UNSPACED : 0)
  );
}

/** Of each code unit what was found out about it: the letters of a text come again and again. */
const CLASSES = new Uint8Array(0x1_0000);

function classAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return IS_KNOWN;
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdfff) return classOf(wholeAt(text, at));
  const known = CLASSES[code] ?? IS_KNOWN;
  if (known !== 0) return known;
  const found = classOf(text.charAt(at));
  CLASSES[code] = found;
  return found;
}

/** The character of two code units of which one stands there. */
function wholeAt(text: string, at: number): string {
  const start = text.charCodeAt(at) >= 0xdc00 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
  return String.fromCodePoint(text.codePointAt(start) ?? 0);
}

/**
 * Whether a word may begin or end between two characters: "art" does not stand in "heart", while 光 does
 * stand in 光が. A combining mark always belongs to the letter before it.
 */
export function isBoundary(text: string, index: number): boolean {
  const [left, right] = [classAt(text, index - 1), classAt(text, index)];
  if (right & IS_MARK) return index === 0;
  if (!(left & right & IS_WORD)) return true;
  return ((left | right) & IS_UNSPACED) !== 0;
}
