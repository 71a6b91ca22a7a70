const A = 0x61;
const Z = 0x7a;
const [C, D, E, G, H, L, S, T, X, ZED] = Array.from("cdeghlstxz", (letter) => letter.charCodeAt(0));
const VOWELS = new Set(Array.from("aeiouy", (letter) => letter.charCodeAt(0)));
const LETTER = /\p{L}/u;
/** A word with so few letters has one syllable. */
const FEW_LETTERS = 3;

/** The letters from a to z of a word, in a place that is used again: a text has tens of thousands of words. */
let letters = new Uint8Array(64);

/**
 * How many syllables an English word in small letters has, from `start` to `end` of a text: groups of vowels, less the
 * silent ones at the end ("make", "asked", "makes", but not "table" or "boxes"). None in what has no letter.
 */
export function syllablesIn(text: string, start: number, end: number): number {
  if (letters.length < end - start) letters = new Uint8Array(end - start);
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < A || code > Z) continue;
    letters[count] = code;
    count += 1;
  }
  if (count === 0) return LETTER.test(text.slice(start, end)) ? 1 : 0;
  if (count <= FEW_LETTERS) return 1;
  return Math.max(1, vowelGroups(count, silentVowel(count)));
}

/** Where the last e stands that is not spoken; -1 for none. */
function silentVowel(count: number): number {
  const [last, before] = [letters[count - 1], letters[count - 2]];
  if (last === E) return endsInL(count - 1) ? -1 : count - 1;
  if (before !== E) return -1;
  if (last === D) return letters[count - 3] === T || letters[count - 3] === D ? -1 : count - 2;
  return last === S && !isHissing(count - 2) && !endsInL(count - 2) ? count - 2 : -1;
}

/** "bl", "tl": behind it an e is spoken. */
function endsInL(end: number): boolean {
  return letters[end - 1] === L && !VOWELS.has(letters[end - 2] ?? 0);
}

function isHissing(end: number): boolean {
  const [last, before] = [letters[end - 1], letters[end - 2]];
  if (last === H) return before === C || before === S;
  return last === S || last === X || last === ZED || last === C || last === G;
}

function vowelGroups(count: number, silent: number): number {
  let groups = 0;
  let inside = false;
  for (let index = 0; index < count; index += 1) {
    if (index === silent) continue;
    const vowel = VOWELS.has(letters[index] ?? 0);
    if (vowel && !inside) groups += 1;
    inside = vowel;
  }
  return groups;
}
