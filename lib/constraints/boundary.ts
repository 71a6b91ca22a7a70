/** Scripts written without spaces, and Hangul, whose particles attach to the word: no boundary is asked of them. */
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]$/u;
const WORD = /^[\p{L}\p{M}\p{N}_]$/u;
const MARK = /^\p{M}$/u;

/** The character that ends at `index`, whole even when it takes two code units; "" at the start. */
function before(text: string, index: number): string {
  const low = text.charCodeAt(index - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && index >= 2 ? text.codePointAt(index - 2) : undefined;
  return pair !== undefined && pair > 0xffff
    ? String.fromCodePoint(pair)
    : text.slice(Math.max(0, index - 1), index);
}

/** The character that starts at `index`; "" at the end. */
function after(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/**
 * Whether a word may begin or end between two characters: "art" does not stand in "heart", while 光 does
 * stand in 光が. A combining mark always belongs to the letter before it.
 */
export function isBoundary(text: string, index: number): boolean {
  const left = before(text, index);
  const right = after(text, index);
  if (MARK.test(right)) return left === "";
  if (!WORD.test(left) || !WORD.test(right)) return true;
  return UNSPACED.test(left) || UNSPACED.test(right);
}
