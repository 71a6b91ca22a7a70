import { byPieces, cutBehind } from "./by-pieces.ts";
import { withoutFences } from "./code-fence.ts";
import { placesOf } from "./piece-words.ts";
import { remember } from "./remember.ts";
import { countSentences } from "./sentence-spans.ts";

/** With fewer words the formula jumps from one year to another with every word. */
const ENOUGH_WORDS = 30;
/** English prose has far more of these; no other language has this many. */
const ENGLISH_SHARE = 0.08;
const ENGLISH = new Set(
  "the of and to is that it with as was on by this be from at not are his her their you your they we have has had will can there which when if".split(
    " ",
  ),
);

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
  const { words, english, syllables } = sum(Array.from(measured(prose), ({ value }) => value));
  if (words < ENOUGH_WORDS) return { grade: null, why: `fewer than ${ENOUGH_WORDS} words` };
  if (english < words * ENGLISH_SHARE) return { grade: null, why: NOT_ENGLISH };
  const sentences = countSentences(prose);
  return { grade: 0.39 * (words / Math.max(1, sentences)) + 11.8 * (syllables / words) - 15.59 };
}

interface Measured {
  words: number;
  english: number;
  syllables: number;
}

function sum(all: Iterable<Measured>): Measured {
  const total = { words: 0, english: 0, syllables: 0 };
  for (const { words, english, syllables } of all) {
    total.words += words;
    total.english += english;
    total.syllables += syllables;
  }
  return total;
}

/** What the formula needs of some lines; without its asterisks a text has many lines in common with itself. */
const measured = byPieces(cutBehind(/\n/g), (lines) => sum(lines.split("\n").map(measuredLine)));

const measuredLine = remember((line) => {
  const places = placesOf(line);
  const words: Measured[] = [];
  for (let index = 0; index < places.length; index += 2)
    words.push(spokenAs(line.slice(places[index], places[index + 1])));
  return sum(words);
});

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

/** What the formula needs of a word, found in one look. */
const spokenAs = remember((word): Measured => {
  const small = word.toLowerCase();
  const syllables = syllablesIn(small);
  return { words: syllables === 0 ? 0 : 1, english: syllables > 0 && ENGLISH.has(small) ? 1 : 0, syllables };
});

/** Groups of vowels, less the silent ones at the end: "make", "asked", "makes", but not "table" or "boxes"; none in a number. */
function syllablesIn(word: string): number {
  if (!/\p{L}/u.test(word)) return 0;
  const letters = word.replace(/[^a-z]/g, "");
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/(?<![td])ed$/, "d")
    .replace(/(?<![sxzcg]|[cs]h|[^aeiouy]l)es$/, "s")
    .replace(/(?<![^aeiouy]l)e$/, "");
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1);
}
