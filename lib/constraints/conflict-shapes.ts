import { asked, type ConflictRule } from "./conflict-terms.ts";
import { countRange } from "./count.ts";
import { filledWords } from "./find-words.ts";
import { foldAll, normalText } from "./fold.ts";
import { LANGUAGES, type LanguageCode } from "./language/names.ts";
import { type Constraint, findingOf, isNegated } from "./registry.ts";
import { clip, quoted } from "./wording.ts";

/** CF8: JSON is the whole answer. */
export const besideJson: ConflictRule = (one, other) => {
  if (one.kind === "closing" || one.constraint.kind !== "json" || isNegated(one.constraint)) return null;
  if (other.kind === "closing") return "valid JSON ends with its last bracket";
  if (isNegated(other.constraint)) return null;
  return outsideJson(other.constraint);
};

function outsideJson(constraint: Constraint): string | null {
  switch (constraint.kind) {
    case "starts-with":
      return /^[{[]/.test(constraint.text.trim()) ? null : "valid JSON begins with a bracket";
    case "ends-with":
      return /[}\]]$/.test(constraint.text.trim()) ? null : "valid JSON ends with a bracket";
    case "repeat-prompt":
    case "postscript":
    case "title":
    case "quotes":
    case "number":
    case "two-responses":
      return "JSON leaves no room for anything around it";
    case "bullets":
    case "sections":
      return countRange(constraint).low > 0 ? "JSON leaves no room for anything around it" : null;
    case "one-of":
      return constraint.where === "inside" ? null : "the answer cannot be both";
    default:
      return null;
  }
}

/** CF9: the answer is one of a few texts, so it can be held against the other promise here and now. */
export const besideOneAnswer: ConflictRule = (one, other) => {
  if (one.kind === "closing" || isNegated(one.constraint)) return null;
  const answers = wholeAnswers(one.constraint);
  if (answers.length === 0) return null;
  if (other.kind === "closing") return "nothing comes after the answer itself";
  if (isNegated(other.constraint) || other.constraint.kind === "json") return null;
  const broken = answers.every((answer) => findingOf(other.constraint, answer, "strict").result === "fail");
  return broken ? "none of the possible answers keeps it" : null;
};

function wholeAnswers(constraint: Constraint): string[] {
  if (constraint.kind === "one-of" && constraint.where !== "inside") return filledWords(constraint.options);
  if (constraint.kind !== "number") return [];
  const { min = 0, max = min } = constraint;
  return [...new Set([min, Math.round((min + max) / 2), max])].map(String);
}

/** The text that an answer begins with, folded; null where nothing is said about it. */
function beginning(constraint: Constraint): string | null {
  if (constraint.kind === "paragraph-start" && constraint.paragraph === 1) return form(constraint.word);
  if (constraint.kind === "starts-with" || constraint.kind === "repeat-prompt") return form(constraint.text);
  return null;
}

function form(text: string): string {
  return foldAll(normalText(text)).trim();
}

/** CF10 */
export const twoBeginnings = asked((one, other) => {
  const [first, second] = [beginning(one), beginning(other)];
  if (!first || !second || first.startsWith(second) || second.startsWith(first)) return null;
  return "an answer has one beginning";
});

/** CF11 */
export const twoEndings = asked((one, other) => {
  if (one.kind !== "ends-with" || other.kind !== "ends-with") return null;
  const [first, second] = [form(one.text), form(other.text)];
  if (first === "" || second === "" || first.endsWith(second) || second.endsWith(first)) return null;
  return "an answer has one end";
});

const QUOTE = /^["“”„«»「『《〝]/;

/** CF12 */
export const outsideQuotes = asked((one, other) => {
  if (other.kind !== "quotes") return null;
  const begins = one.kind === "starts-with" || one.kind === "repeat-prompt" ? one.text.trim() : "";
  if (begins !== "" && !QUOTE.test(begins))
    return `${quoted(clip(begins, 40))} does not begin with a quotation mark`;
  const ends = one.kind === "ends-with" ? one.text.trim() : "";
  return ends !== "" && !QUOTE.test(ends.slice(-1))
    ? `${quoted(clip(ends, 40))} does not end with a quotation mark`
    : null;
});

/** Plain text may have points marked with "•". */
const MARKDOWN_BULLETS: ReadonlySet<string | undefined> = new Set(["-", "*", "1."]);

/** CF13 */
export const markdownRuledOut = asked((one, other) => {
  if (other.kind !== "no-markdown") return null;
  if (other.what === "title") return one.kind === "title" ? "a title is asked for and ruled out" : null;
  const some = (one.kind === "bullets" && MARKDOWN_BULLETS.has(one.marker)) || one.kind === "highlighted";
  if (!some || countRange(one).low === 0) return null;
  return one.kind === "bullets" ? "bullet points are Markdown" : "highlights are Markdown";
});

/** CF14 */
export const twoLanguages = asked((one, other) =>
  one.kind === "language" && other.kind === "language" && one.code !== other.code
    ? "an answer is in one language"
    : null,
);

const WITHOUT_CAPITALS: ReadonlySet<LanguageCode> = new Set<LanguageCode>([
  "ar",
  "bn",
  "zh",
  "gu",
  "he",
  "hi",
  "ja",
  "kn",
  "ko",
  "ml",
  "mr",
  "ne",
  "fa",
  "pa",
  "ta",
  "te",
  "th",
  "ur",
]);

/** CF15 */
export const languageWithoutIt = asked((one, other) => {
  if (one.kind !== "language") return null;
  if ((other.kind === "case" || other.kind === "capital-words") && WITHOUT_CAPITALS.has(one.code)) {
    return other.kind === "capital-words" && countRange(other).low === 0
      ? null
      : `${LANGUAGES[one.code]} has no capital letters`;
  }
  return other.kind === "reading-level" && one.code !== "en" ? "the formula is made for English" : null;
});

/** CF16 */
export const promiseAndItsOpposite: ConflictRule = (one, other) => {
  if (one.kind === "closing" || other.kind === "closing") return null;
  if (!isNegated(one.constraint) || isNegated(other.constraint)) return null;
  return same(one.constraint) === same(other.constraint) ? "one asks for what the other rules out" : null;
};

function same(constraint: Constraint): string {
  const entries = Object.entries(constraint).filter(([key, value]) => key !== "not" && value !== undefined);
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
