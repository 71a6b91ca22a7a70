import { francAll } from "franc";
import type { LanguageCode } from "#lib/constraints/language/names.ts";
import { remember } from "#lib/constraints/remember.ts";

/** Norwegian beside Danish, Malay beside Indonesian. */
const TWINS = new Set(["nob", "nno", "zlm"]);
/** A text has to be this much in one script before its language is told. */
const SCRIPT_SHARE = 0.7;
/** Languages that come this close to the best one are as likely as it is. */
const CLOSE = 0.92;
/** With more letters than this that none of the languages has, a text is in none of them; less is a name or two. */
const ALIEN_SHARE = 0.01;
/** Letters of two languages side by side, the rarer ones at least so many for each of the others, are a third one's. */
const MIXED_SHARE = 0.1;
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

interface Script {
  pattern: RegExp;
  languages: readonly Expected[];
  /** The detector's codes of near relatives that cannot be asked for: a text in one of them passes for none of ours. */
  relatives?: readonly string[];
  /** Letters that none of the languages has. */
  alien?: RegExp;
}

const SCRIPTS: readonly Script[] = [
  {
    pattern: /\p{Script=Latin}+/gu,
    relatives: [
      "nob",
      "nno",
      "cat",
      "glg",
      "vec",
      "afr",
      "nds",
      "slk",
      "slv",
      "hrv",
      "zlm",
      "sun",
      "jav",
      "azj",
      "tuk",
      "hat",
    ],
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
    relatives: ["srp", "bos", "mkd", "bel", "kaz", "tat", "kir", "uzn", "tgk"],
    alien: /(?![а-яёіїєґ])\p{Script=Cyrillic}+?/giu,
    languages: [
      ["ru", "rus"],
      ["uk", "ukr"],
      ["bg", "bul"],
    ],
  },
  {
    pattern: /\p{Script=Arabic}+/gu,
    relatives: ["pbu", "uig", "skr"],
    alien: /[ټځڅډړږښڼڕڵێۆەۇۈۋېڭڄڪڳڱݨ]+/gu,
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
  const start = text.length - text.trimStart().length;
  const enough = text.slice(start, start + 2 * SAMPLE_CHARS).replaceAll("*", "");
  return enough.slice(0, SAMPLE_CHARS).trim();
}

const likely = remember((sample): LanguageCode[] | null => {
  const [script] = scriptShares(sample);
  if (script === undefined || script.share <= SCRIPT_SHARE) return null;
  if (script.alien !== undefined && count(sample, script.alien) > count(sample, script.pattern) * ALIEN_SHARE)
    return null;
  const ranked = rankedLanguages(sample, script);
  const [best] = ranked;
  const asked = ranked.filter(({ code }) => code !== null);
  const lead = asked[0]?.score ?? 0;
  if (best === undefined || lead === 0) return null;
  // A relative that is likelier by a little says nothing of a short text, unless it is written nearly the same.
  if (best.code === null && (best.twin === true || lead < best.score * CLOSE)) return null;
  const codes = asked.flatMap(({ code, score }) => (score >= lead * CLOSE ? (code ?? []) : []));
  return codes.length > MAX_CLOSE ? null : codes;
});

/** The one likeliest language, however unsure; null only for a text without letters. */
export function guessLanguage(text: string): LanguageCode | null {
  const sample = sampleOf(text);
  const [script] = scriptShares(sample);
  if (script === undefined) return null;
  return rankedLanguages(sample, script).find(({ code }) => code !== null)?.code ?? null;
}

interface Ranked {
  /** Null for a language that cannot be asked for. */
  code: LanguageCode | null;
  /** Its texts are nearly those of a language that can be asked for. */
  twin?: boolean;
  /** From 0 to 1, where 1 is the best of all. */
  score: number;
}

/** The scripts that the text has letters of, most first, each with its share of all letters. */
function scriptShares(sample: string): (Script & { share: number })[] {
  const letters = count(sample, /[\p{L}\p{M}]+/gu);
  const shares: (Script & { share: number })[] = [];
  let left = letters;
  for (const script of SCRIPTS) {
    if (left <= 0) break;
    const chars = count(sample, script.pattern);
    if (chars > 0) shares.push({ ...script, share: chars / letters });
    left -= chars;
  }
  return shares.sort((one, other) => other.share - one.share);
}

function rankedLanguages(sample: string, script: Script): Ranked[] {
  const codes = script.languages.map(([code]) => code);
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) return [{ code: only, score: 1 }];
  if (codes.includes("ja")) return eastAsian(sample);
  return (codes.includes("ru") ? cyrillicByLetters(sample) : null) ?? byTrigrams(sample, script);
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

/**
 * Letters that only one of the three languages has; trigrams take these languages for each other. Kazakh and
 * Belarusian have those of two.
 */
function cyrillicByLetters(sample: string): Ranked[] | null {
  const ukrainian = count(sample, /[іїєґ]/giu);
  const russian = count(sample, /[ыэё]/giu);
  const mixed = Math.min(ukrainian, russian) > Math.max(ukrainian, russian) * MIXED_SHARE;
  if (mixed) return [{ code: null, score: 1 }];
  if (ukrainian + russian > 0) return [{ code: ukrainian > russian ? "uk" : "ru", score: 1 }];
  return count(sample, /ъ/giu) > 1 ? [{ code: "bg", score: 1 }] : null;
}

function byTrigrams(sample: string, { languages, relatives = [] }: Script): Ranked[] {
  const scores = new Map<string, number>();
  const asked = languages.flatMap(([code, detectorCode]) =>
    detectorCode === undefined ? [] : [{ code, detectorCode }],
  );
  const all = [...asked, ...relatives.map((detectorCode) => ({ code: null, detectorCode }))];
  const only = all.map(({ detectorCode }) => detectorCode);
  const text = sample.toLowerCase();
  const step = Math.max(WINDOW_CHARS, Math.ceil(text.length / MAX_WINDOWS));
  for (let start = 0; start < text.length; start += step) {
    const window = text.slice(start, start + WINDOW_CHARS);
    for (const [code, score] of spread(francAll(window, { only, minLength: 1 }))) {
      scores.set(code, (scores.get(code) ?? 0) + score * window.length);
    }
  }
  return all
    .map(({ code, detectorCode }) => ({
      code,
      score: scores.get(detectorCode) ?? 0,
      twin: TWINS.has(detectorCode),
    }))
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
