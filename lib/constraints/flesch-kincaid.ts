import { withoutFences } from "./code-fence.ts";
import { plainWords } from "./plain-words.ts";
import { remember } from "./remember.ts";
import { paragraphGroups, sentencesInGroup, wordSpans } from "./segment.ts";

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
  return measure(text.trim());
}

const measure = remember((text): Readability => {
  if (isOtherScript(text)) return { grade: null, why: NOT_ENGLISH };
  let [words, english, syllables, sentences] = [0, 0, 0, 0];
  const prose = withoutFences(text);
  const starts = paragraphGroups(prose);
  for (const [index, start] of starts.entries()) {
    const part = measuredGroup(prose.slice(start, starts[index + 1]));
    words += part.words;
    english += part.english;
    syllables += part.syllables;
    sentences += part.sentences;
  }
  if (words < ENOUGH_WORDS) return { grade: null, why: `fewer than ${ENOUGH_WORDS} words` };
  if (english < words * ENGLISH_SHARE) return { grade: null, why: NOT_ENGLISH };
  return { grade: 0.39 * (words / Math.max(1, sentences)) + 11.8 * (syllables / words) - 15.59 };
});

/** What the formula needs of some paragraphs: the variants of the loose reading share nearly all of them. */
const measuredGroup = remember((piece) => {
  let [words, english, syllables] = [0, 0, 0];
  for (const line of piece.split("\n")) {
    const part = measuredLine(line);
    words += part.words;
    english += part.english;
    syllables += part.syllables;
  }
  return { words, english, syllables, sentences: sentencesInGroup(piece) };
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

/** The words of a line, in small letters. */
function wordsOf(line: string): string[] {
  const small = line.toLowerCase();
  const places: number[] = [];
  const plain = small.length === line.length && plainWords(line, places) !== null;
  if (!plain) return wordSpans(line).map(({ start, end }) => line.slice(start, end).toLowerCase());
  const words: string[] = [];
  for (let index = 0; index < places.length; index += 2)
    words.push(small.slice(places[index], places[index + 1]));
  return words;
}

/** What the formula needs of a line. */
const measuredLine = remember((line): Measured => {
  let [words, english, syllables] = [0, 0, 0];
  for (const word of wordsOf(line)) {
    const spoken = spokenAs(word);
    if (spoken.syllables === 0) continue;
    words += 1;
    english += spoken.english;
    syllables += spoken.syllables;
  }
  return { words, english, syllables };
});

interface Measured {
  words: number;
  english: number;
  syllables: number;
}

/** What the formula needs of a word, found in one look. */
const spokenAs = remember((word) => ({
  syllables: syllablesIn(word),
  english: ENGLISH.has(word) ? 1 : 0,
}));

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
