import { sentenceSpans, wordSpans } from "./segment.ts";

/** With fewer words the formula jumps from one year to another with every word. */
const ENOUGH_WORDS = 30;
/** English prose has far more of these; no other language has this many. */
const ENGLISH_SHARE = 0.08;
const ENGLISH = new Set(
  "the of and to is that it with as was on by this be from at not are his her their you your they we have has had will can there which when if".split(
    " ",
  ),
);

/** The grade, or why there is none. */
export type Readability = { grade: number } | { grade: null; why: string };

/**
 * The Flesch-Kincaid grade level: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * For English only. Source: Kincaid et al. 1975, "Derivation of new readability formulas".
 */
export function readability(text: string): Readability {
  const words = wordSpans(text)
    .map(({ start, end }) => text.slice(start, end).toLowerCase())
    .filter((word) => /\p{L}/u.test(word));
  if (words.length < ENOUGH_WORDS) return { grade: null, why: `fewer than ${ENOUGH_WORDS} words` };
  const english = words.filter((word) => ENGLISH.has(word)).length;
  if (english < words.length * ENGLISH_SHARE)
    return { grade: null, why: "not English, and the formula is for English only" };
  const sentences = Math.max(1, sentenceSpans(text).length);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return { grade: 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59 };
}

/** Groups of vowels, less the silent ones at the end: "make", "asked", "makes", but not "table" or "boxes". */
function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/(?<![td])ed$/, "d")
    .replace(/(?<![sxzcg]|[cs]h|[^aeiouy]l)es$/, "s")
    .replace(/(?<![^aeiouy]l)e$/, "");
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1);
}
