/** What a character is to the words of Latin text; 0 = it stands between words, `OTHER` = not for this file. */
const LETTER = 1;
const DIGIT = 2;
const UNDERSCORE = 3;
const OTHER = 4;
const SPACE = 0x20;

/** Joins two letters ("don't", "e.g"), two digits ("1,000"), or both. */
const BETWEEN_LETTERS = new Set(Array.from(".:'‘’", (sign) => sign.charCodeAt(0)));
const BETWEEN_DIGITS = new Set(Array.from(",;.'‘’", (sign) => sign.charCodeAt(0)));
const DASHES_AND_QUOTES = new Set(Array.from("‘’“”–—…", (sign) => sign.charCodeAt(0)));

/** The class of each character up to the end of Latin Extended-B. */
const CLASSES = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[A-Za-zÀ-ÖØ-öø-ɏ]/.test(sign)) return LETTER;
  if (/[0-9]/.test(sign)) return DIGIT;
  if (sign === "_") return UNDERSCORE;
  return /[\t\n -~]/.test(sign) ? 0 : OTHER;
});

function classOf(code: number): number {
  if (code < CLASSES.length) return CLASSES[code] ?? OTHER;
  return DASHES_AND_QUOTES.has(code) ? 0 : OTHER;
}

/**
 * How many words a Latin text has, as Intl.Segmenter tells them, at a twentieth of the time; null as soon
 * as another character is met. Their starts and ends, in turn, are added to `places`.
 */
export function plainWords(line: string, places?: number[]): number | null {
  let count = 0;
  let start = -1;
  let last = 0;
  for (let at = 0; at <= line.length; at += 1) {
    const code = at < line.length ? line.charCodeAt(at) : SPACE;
    const kind = classOf(code);
    if (kind === OTHER) return null;
    if (kind === 0 && start !== -1 && !joins(code, last, line.charCodeAt(at + 1))) {
      if (at - start > 1 || last !== UNDERSCORE) {
        count += 1;
        places?.push(start, at);
      }
      start = -1;
    }
    if (kind !== 0 && start === -1) start = at;
    last = kind;
  }
  return count;
}

function joins(code: number, before: number, next: number): boolean {
  if (before === LETTER) return BETWEEN_LETTERS.has(code) && classOf(next) === LETTER;
  return before === DIGIT && BETWEEN_DIGITS.has(code) && classOf(next) === DIGIT;
}
