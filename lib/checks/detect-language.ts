import { francAll } from "franc";
import type { LanguageCode } from "#lib/constraints/language/names.ts";
import { remember } from "#lib/constraints/remember.ts";

/** A text has to be this much in one script before its language is told. */
const SCRIPT_SHARE = 0.7;
/** Languages that come this close to the best one are as likely as it is. */
const CLOSE = 0.92;
/** When the best and the worst language are no further apart, the detector has seen nothing. */
const MIN_WIDTH = 0.02;
/** When more languages than this are as likely as the best one, none of them is. */
const MAX_CLOSE = 3;
/** The detector's scores can be compared for texts of one length, so a text is read in windows of this length. */
const WINDOW_CHARS = 300;
/** Longer texts are read at this many places, spread over the whole. */
const MAX_WINDOWS = 12;
/** As much of a text as is read. */
const SAMPLE_CHARS = 10_000;

/** A language and, where it shares its script, the detector's own code for it. */
type Expected = readonly [code: LanguageCode, detectorCode?: string];

const SCRIPTS: readonly { pattern: RegExp; languages: readonly Expected[] }[] = [
  {
    pattern: /\p{Script=Latin}+/gu,
    languages: [
      ["en", "eng"],
      ["de", "deu"],
      ["fr", "fra"],
      ["es", "spa"],
      ["pt", "por"],
      ["it", "ita"],
      ["nl", "nld"],
      ["sv", "swe"],
      ["da", "dan"],
      ["fi", "fin"],
      ["pl", "pol"],
      ["cs", "ces"],
      ["hu", "hun"],
      ["ro", "ron"],
      ["tr", "tur"],
      ["id", "ind"],
      ["vi", "vie"],
      ["sw", "swh"],
    ],
  },
  { pattern: /\p{Script=Greek}+/gu, languages: [["el"]] },
  { pattern: /\p{Script=Hebrew}+/gu, languages: [["he"]] },
  { pattern: /\p{Script=Thai}+/gu, languages: [["th"]] },
  { pattern: /\p{Script=Hangul}+/gu, languages: [["ko"]] },
  { pattern: /\p{Script=Tamil}+/gu, languages: [["ta"]] },
  { pattern: /\p{Script=Telugu}+/gu, languages: [["te"]] },
  { pattern: /\p{Script=Kannada}+/gu, languages: [["kn"]] },
  { pattern: /\p{Script=Malayalam}+/gu, languages: [["ml"]] },
  { pattern: /\p{Script=Gujarati}+/gu, languages: [["gu"]] },
  { pattern: /\p{Script=Gurmukhi}+/gu, languages: [["pa"]] },
  { pattern: /\p{Script=Bengali}+/gu, languages: [["bn"]] },
  { pattern: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu, languages: [["zh"], ["ja"]] },
  {
    pattern: /\p{Script=Cyrillic}+/gu,
    languages: [
      ["ru", "rus"],
      ["uk", "ukr"],
      ["bg", "bul"],
    ],
  },
  {
    pattern: /\p{Script=Arabic}+/gu,
    languages: [
      ["ar", "arb"],
      ["fa", "pes"],
      ["ur", "urd"],
    ],
  },
  {
    pattern: /\p{Script=Devanagari}+/gu,
    languages: [
      ["hi", "hin"],
      ["mr", "mar"],
      ["ne", "npi"],
    ],
  },
];

/**
 * The languages that a text may be in, likeliest first: one when it is clear, several when it is not, null when
 * there is no telling (too many scripts, no letters, nonsense). The first 10,000 characters are read.
 */
export function likelyLanguages(text: string): LanguageCode[] | null {
  return likely(sampleOf(text));
}

/** Without asterisks, so that the variants of the loose reading of a long text come to the same. */
function sampleOf(text: string): string {
  return text.trim().slice(0, SAMPLE_CHARS).replaceAll("*", "");
}

const likely = remember((sample): LanguageCode[] | null => {
  const [script] = scriptShares(sample);
  if (script === undefined || script.share <= SCRIPT_SHARE) return null;
  const ranked = rankedLanguages(sample, script.languages);
  const best = ranked[0]?.score ?? 0;
  const close = ranked.filter(({ score }) => score >= best * CLOSE && score > 0);
  return close.length === 0 || close.length > MAX_CLOSE ? null : close.map(({ code }) => code);
});

/** The one likeliest language, however unsure; null only for a text without letters. */
export function guessLanguage(text: string): LanguageCode | null {
  const sample = sampleOf(text);
  const [script] = scriptShares(sample);
  return script === undefined ? null : (rankedLanguages(sample, script.languages)[0]?.code ?? null);
}

interface Ranked {
  code: LanguageCode;
  /** From 0 to 1, where 1 is the best of all. */
  score: number;
}

/** The scripts that the text has letters of, most first, each with its share of all letters. */
function scriptShares(sample: string): { languages: readonly Expected[]; share: number }[] {
  const letters = count(sample, /[\p{L}\p{M}]+/gu);
  const shares: { languages: readonly Expected[]; share: number }[] = [];
  let left = letters;
  for (const { pattern, languages } of SCRIPTS) {
    if (left <= 0) break;
    const chars = count(sample, pattern);
    if (chars > 0) shares.push({ languages, share: chars / letters });
    left -= chars;
  }
  return shares.sort((one, other) => other.share - one.share);
}

function rankedLanguages(sample: string, languages: readonly Expected[]): Ranked[] {
  const codes = languages.map(([code]) => code);
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) return [{ code: only, score: 1 }];
  if (codes.includes("ja")) return eastAsian(sample);
  return (codes.includes("ru") ? cyrillicByLetters(sample) : null) ?? byTrigrams(sample, languages);
}

function eastAsian(sample: string): Ranked[] {
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu);
  const share = kana / (kana + count(sample, /\p{Script=Han}+/gu));
  const unclear = share > 0.05 && share < 0.15;
  if (share >= 0.1)
    return [
      { code: "ja", score: 1 },
      { code: "zh", score: unclear ? 1 : 0 },
    ];
  return [
    { code: "zh", score: 1 },
    { code: "ja", score: unclear ? 1 : 0 },
  ];
}

/** Letters that only one of the three languages has; trigrams take these languages for each other. */
function cyrillicByLetters(sample: string): Ranked[] | null {
  const ukrainian = count(sample, /[іїєґ]/giu);
  const russian = count(sample, /[ыэё]/giu);
  if (ukrainian + russian > 0) return [{ code: ukrainian > russian ? "uk" : "ru", score: 1 }];
  return count(sample, /ъ/giu) > 1 ? [{ code: "bg", score: 1 }] : null;
}

function byTrigrams(sample: string, languages: readonly Expected[]): Ranked[] {
  const scores = new Map<string, number>();
  const only = languages.flatMap(([, detectorCode]) => detectorCode ?? []);
  const text = sample.toLowerCase();
  const step = Math.max(WINDOW_CHARS, Math.ceil(text.length / MAX_WINDOWS));
  for (let start = 0; start < text.length; start += step) {
    const window = text.slice(start, start + WINDOW_CHARS);
    for (const [code, score] of spread(francAll(window, { only, minLength: 1 }))) {
      scores.set(code, (scores.get(code) ?? 0) + score * window.length);
    }
  }
  return languages
    .map(([code, detectorCode]) => ({ code, score: scores.get(detectorCode ?? "") ?? 0 }))
    .sort((one, other) => other.score - one.score);
}

/** The scores on a scale of their own, best 1 and worst 0: the detector's lie closer together the longer a text is. */
function spread(scores: readonly (readonly [string, number])[]): [string, number][] {
  const values = scores.map(([, score]) => score);
  const [worst, best] = [Math.min(...values), Math.max(...values)];
  const width = best - worst;
  return scores.map(([code, score]) => [code, width < MIN_WIDTH ? 1 : (score - worst) / width]);
}

/** How many characters of the text are of these; the pattern matches runs of them. */
function count(text: string, pattern: RegExp): number {
  let chars = 0;
  for (const [run] of text.matchAll(pattern)) chars += run.length;
  return chars;
}
