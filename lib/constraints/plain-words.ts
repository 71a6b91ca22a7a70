/** What a character is to the words of a text with spaces; `OTHER` = not for this file. */
const BETWEEN = 0;
const LETTER = 1;
const DIGIT = 2;
const UNDERSCORE = 3;
const OTHER = 4;
const SPACE = 0x20;

/** Joins two letters ("don't", "e.g"), two digits ("1,000"), or both. */
const BETWEEN_LETTERS = new Set(Array.from(".:'‘’", (sign) => sign.charCodeAt(0)));
const BETWEEN_DIGITS = new Set(Array.from(",;،.'‘’", (sign) => sign.charCodeAt(0)));

/** The class of each code unit: all of them, because a look costs less than a call. */
const CLASSES = new Uint8Array(0x1_0000).fill(OTHER);
const LETTERS = /[A-Za-zÀ-ÖØ-öø-ɏͰ-ͳͶͷͻ-ͽͿΆΈ-ϵϷ-ҁҊ-ԯؠ-ؿف-ي]/;
for (let code = 0; code <= 0x64a; code += 1) {
  const sign = String.fromCharCode(code);
  if (LETTERS.test(sign) && /\p{L}/u.test(sign)) CLASSES[code] = LETTER;
  else if (/[0-9]/.test(sign)) CLASSES[code] = DIGIT;
  else if (sign === "_") CLASSES[code] = UNDERSCORE;
  else if (/[\t\n -~،؛؟]/.test(sign)) CLASSES[code] = BETWEEN;
}
for (const sign of "‘’“”–—…") CLASSES[sign.charCodeAt(0)] = BETWEEN;

/** How far a text was read, and how many words were found on the way. */
export interface PlainWords {
  end: number;
  count: number;
}

/**
 * Reads the words of a Latin, Greek, Cyrillic or Arabic text from a place on, as Intl.Segmenter tells them, at a
 * twentieth of the time; up to the first other character. Their starts and ends, in turn, are added to `places`.
 */
export function plainWords(text: string, from: number, places?: number[]): PlainWords {
  let count = 0;
  let start = -1;
  let last = BETWEEN;
  for (let at = from; at <= text.length; at += 1) {
    const code = codeAt(text, at);
    const kind = CLASSES[code];
    if (kind === undefined || kind === OTHER) return { end: at, count };
    if (kind === BETWEEN && start !== -1 && !joins(code, last, codeAt(text, at + 1))) {
      if (at - start > 1 || last !== UNDERSCORE) {
        count += 1;
        places?.push(start, at);
      }
      start = -1;
    }
    if (kind !== BETWEEN && start === -1) start = at;
    last = kind;
  }
  return { end: text.length, count };
}

/** Behind the end as at a space: a look into the table at `NaN` would make all looks slow. */
function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : SPACE;
}

function joins(code: number, before: number, next: number): boolean {
  if (before === LETTER) return BETWEEN_LETTERS.has(code) && CLASSES[next] === LETTER;
  return before === DIGIT && BETWEEN_DIGITS.has(code) && CLASSES[next] === DIGIT;
}
