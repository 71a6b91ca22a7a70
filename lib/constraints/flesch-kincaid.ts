import { byPieces, cutBehind } from "./by-pieces.ts";
import { withoutFences } from "./code-fence.ts";
import { placesOf } from "./piece-words.ts";
import { countSentences } from "./sentence-spans.ts";
import { syllablesIn } from "./syllables.ts";

/** With fewer words the formula jumps from one year to another with every word. */
const ENOUGH_WORDS = 30;
/** English prose has far more of these; no other language has this many. */
const ENGLISH_SHARE = 0.08;
const ENGLISH = new Set(
  "the of and to is that it with as was on by this be from at not are his her their you your they we have has had will can there which when if".split(
    " ",
  ),
);

const LONGEST_ENGLISH = Math.max(...Array.from(ENGLISH, (word) => word.length));

const NOT_ENGLISH = "not English, and the formula is for English only";

/** The grade, or why there is none. */
export type Readability = { grade: number } | { grade: null; why: string };

/**
 * The Flesch-Kincaid grade level: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * For English only. Source: Kincaid et al. 1975, "Derivation of new readability formulas".
 */
export function readability(text: string): Readability {
  const trimmed = text.trim();
  if (isOtherScript(trimmed)) return { grade: null, why: NOT_ENGLISH };
  const prose = withoutFences(trimmed);
  let [words, english, syllables] = [0, 0, 0];
  for (const { value } of measured(prose)) {
    words += value.words;
    english += value.english;
    syllables += value.syllables;
  }
  if (words < ENOUGH_WORDS) return { grade: null, why: `fewer than ${ENOUGH_WORDS} words` };
  if (english < words * ENGLISH_SHARE) return { grade: null, why: NOT_ENGLISH };
  const sentences = countSentences(trimmed);
  return { grade: 0.39 * (words / Math.max(1, sentences)) + 11.8 * (syllables / words) - 15.59 };
}

/** What the formula needs of some lines. */
const measured = byPieces(cutBehind(/\n/g), (lines) => {
  let [words, english, syllables] = [0, 0, 0];
  const small = inSmallLetters(lines);
  const places = placesOf(lines);
  for (let index = 0; index < places.length; index += 2) {
    const [start, end] = [places[index] ?? 0, places[index + 1] ?? 0];
    const found = syllablesIn(small, start, end);
    if (found === 0) continue;
    words += 1;
    syllables += found;
    if (end - start <= LONGEST_ENGLISH && ENGLISH.has(small.slice(start, end))) english += 1;
  }
  return { words, english, syllables };
});

/** Every letter keeps its place: "İ" alone is longer in small letters. */
function inSmallLetters(text: string): string {
  return text.replaceAll("İ", "i").toLowerCase();
}

/** So many characters, spread over a text, tell its script. */
const SCRIPT_CHARS = 5_000;

/** Whether more of the text is outside the Latin blocks than inside. */
function isOtherScript(text: string): boolean {
  let [latin, other] = [0, 0];
  const step = Math.ceil(text.length / SCRIPT_CHARS);
  for (let at = 0; at < text.length; at += step) {
    const code = text.charCodeAt(at);
    if (code >= 0x250 && (code < 0x2000 || code > 0x2bff)) other += 1;
    else if (code > 0x40) latin += 1;
  }
  return other > latin;
}
