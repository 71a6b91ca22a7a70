import { wordSpans } from "../segment.ts";
import type { LanguageCode } from "./names.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** Below this many characters a guess is worth nothing. */
const ENOUGH_CHARS = 60;
/** A text has to be this much in one script before its language is asked. */
const SCRIPT_SHARE = 0.7;
/** Share of words that are small words of the language, for the best language to count as found. */
const STOP_WORD_SHARE = 0.12;
/** The best language has to have this many times the small words of the asked one. */
const MARGIN = 1.5;

const SCRIPTS: readonly { pattern: RegExp; languages: readonly LanguageCode[] }[] = [
  { pattern: /\p{Script=Greek}/gu, languages: ["el"] },
  { pattern: /\p{Script=Hebrew}/gu, languages: ["he"] },
  { pattern: /\p{Script=Thai}/gu, languages: ["th"] },
  { pattern: /\p{Script=Hangul}/gu, languages: ["ko"] },
  { pattern: /\p{Script=Tamil}/gu, languages: ["ta"] },
  { pattern: /\p{Script=Telugu}/gu, languages: ["te"] },
  { pattern: /\p{Script=Kannada}/gu, languages: ["kn"] },
  { pattern: /\p{Script=Malayalam}/gu, languages: ["ml"] },
  { pattern: /\p{Script=Gujarati}/gu, languages: ["gu"] },
  { pattern: /\p{Script=Gurmukhi}/gu, languages: ["pa"] },
  { pattern: /\p{Script=Bengali}/gu, languages: ["bn"] },
  { pattern: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, languages: ["zh", "ja"] },
  { pattern: /\p{Script=Cyrillic}/gu, languages: ["ru", "uk", "bg"] },
  { pattern: /\p{Script=Arabic}/gu, languages: ["ar", "fa", "ur"] },
  { pattern: /\p{Script=Devanagari}/gu, languages: ["hi", "mr", "ne"] },
  {
    pattern: /\p{Script=Latin}/gu,
    languages: [
      "en",
      "de",
      "fr",
      "es",
      "pt",
      "it",
      "nl",
      "sv",
      "da",
      "fi",
      "pl",
      "cs",
      "hu",
      "ro",
      "tr",
      "id",
      "vi",
      "sw",
    ],
  },
];

/** `null` means no rule could tell; `other` is a language, or a group of them, that was not asked for. */
export type Detected = { is: "asked" } | { is: "other"; languages: readonly LanguageCode[] } | null;

/**
 * Says whether a text is in the asked language: by its script, then, where languages share one, by their
 * small words. Only the first 20,000 characters are read.
 */
export function detectLanguage(text: string, asked: LanguageCode): Detected {
  const sample = text.trim().slice(0, 20_000);
  if (sample.length < ENOUGH_CHARS) return null;
  const letters = count(sample, /\p{L}/gu);
  const script = SCRIPTS.find(({ pattern }) => count(sample, pattern) > letters * SCRIPT_SHARE);
  if (script === undefined || letters < ENOUGH_CHARS / 2) return null;
  if (!script.languages.includes(asked)) return { is: "other", languages: script.languages };
  if (script.languages.length === 1) return { is: "asked" };
  return asked === "ja" || asked === "zh"
    ? eastAsian(sample, asked)
    : byStopWords(sample, asked, script.languages);
}

function eastAsian(sample: string, asked: "ja" | "zh"): Detected {
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(sample, /\p{Script=Han}/gu);
  const share = kana / (kana + han);
  if (share > 0.05 && share < 0.15) return null;
  const found = share >= 0.15 ? "ja" : "zh";
  return found === asked ? { is: "asked" } : { is: "other", languages: [found] };
}

function byStopWords(sample: string, asked: LanguageCode, languages: readonly LanguageCode[]): Detected {
  const text = sample.toLowerCase().replace(/['’]/g, " ");
  const words = wordSpans(text).map(({ start, end }) => text.slice(start, end));
  const tally = new Map<string, number>();
  for (const word of words) tally.set(word, (tally.get(word) ?? 0) + 1);
  const hits = (code: LanguageCode) =>
    (STOP_WORDS[code] ?? "").split(" ").reduce((sum, word) => sum + (tally.get(word) ?? 0), 0);
  const own = hits(asked);
  const rivals = languages.filter((code) => code !== asked).map((code) => ({ code, hits: hits(code) }));
  const rival = rivals.reduce((best, next) => (next.hits > best.hits ? next : best));
  const enough = words.length * STOP_WORD_SHARE;
  if (own >= enough && own >= rival.hits * MARGIN) return { is: "asked" };
  if (rival.hits >= enough && rival.hits >= own * MARGIN) return { is: "other", languages: [rival.code] };
  return null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
