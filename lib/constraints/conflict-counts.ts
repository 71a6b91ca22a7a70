import { asked } from "./conflict-terms.ts";
import { type Count, countRange, plural } from "./count.ts";
import { foldCase, normalText } from "./fold.ts";
import type { Constraint } from "./registry.ts";

type Counted = Extract<Constraint, Count>;

function isCounted(constraint: Constraint): constraint is Counted {
  return "op" in constraint && "n" in constraint;
}

/** What is counted: two counts with the same unit count the same thing. */
function unitOf(counted: Counted): string {
  switch (counted.kind) {
    case "keyword":
      return `keyword ${foldCase(normalText(counted.word)).trim()} ${counted.match ?? "word"}`;
    case "letter":
      return `letter ${foldCase(normalText(counted.letter)).trim()}`;
    case "sections":
      return `sections ${counted.marker.trim()}`;
    case "paragraphs":
      return `paragraphs ${counted.divider?.trim() ?? ""}`;
    case "bullets":
      return `bullets ${counted.marker ?? "any"}`;
    default:
      return counted.kind;
  }
}

/** CF1 */
export const countsThatNeverMeet = asked((one, other) => {
  if (!isCounted(one) || !isCounted(other) || unitOf(one) !== unitOf(other)) return null;
  return countRange(one).low > countRange(other).high ? "no number is both" : null;
});

const WORDS: Partial<Record<Counted["kind"], [one: string, many: string]>> = {
  paragraphs: ["paragraph", "paragraphs"],
  bullets: ["bullet point", "bullet points"],
  sections: ["section", "sections"],
  lines: ["line", "lines"],
  sentences: ["sentence", "sentences"],
  "capital-words": ["word in capitals", "words in capitals"],
  keyword: ["time", "times"],
  words: ["word", "words"],
  characters: ["character", "characters"],
};

/** Each of these has at least one of those in it. */
const HOLDS: Partial<Record<Counted["kind"], readonly Counted["kind"][]>> = {
  paragraphs: ["lines", "sentences", "words", "characters"],
  bullets: ["lines", "words", "characters"],
  sections: ["lines", "words", "characters"],
  lines: ["words", "characters"],
  sentences: ["words", "characters"],
  "capital-words": ["words", "characters"],
  keyword: ["words", "characters"],
  words: ["characters"],
};

/** CF2 */
export const moreThanThereIsRoomFor = asked((one, other) => {
  if (!isCounted(one) || !isCounted(other) || !HOLDS[one.kind]?.includes(other.kind)) return null;
  // An answer may be long in one paragraph; what a divider divides need not be lines.
  if (one.kind === "paragraphs" && (one.divider ?? "").trim() !== "" && other.kind === "lines") return null;
  const { low } = countRange(one);
  const { high } = countRange(other);
  const [wholeOne, wholeMany] = WORDS[one.kind] ?? ["", ""];
  const [partOne, partMany] = WORDS[other.kind] ?? ["", ""];
  if (low <= high) return null;
  return `${low} ${plural(low, wholeOne, wholeMany)} ${low === 1 ? "needs" : "need"} at least ${low} ${plural(low, partOne, partMany)}`;
});

/** More than this is no line of a poem or a list any more, words. */
const LONG_LINE_WORDS = 30;
const LONG_SENTENCE_WORDS = 60;
const LONG_WORD_CHARACTERS = 30;

/** CF3: a single line may be a whole paragraph, so one piece may be as long as it likes. */
export const piecesTooLong = asked((one, other) => {
  if (!isCounted(one) || !isCounted(other)) return null;
  const { low } = countRange(one);
  const { high } = countRange(other);
  const each = Math.ceil(low / high);
  if (high < 2 || !Number.isFinite(high)) return null;
  const tooLong = (part: Counted["kind"], whole: Counted["kind"], most: number) =>
    one.kind === part && other.kind === whole && each > most;
  if (tooLong("words", "lines", LONG_LINE_WORDS)) return `each line would need about ${each} words`;
  if (tooLong("words", "sentences", LONG_SENTENCE_WORDS))
    return `each sentence would need about ${each} words`;
  if (tooLong("characters", "words", LONG_WORD_CHARACTERS))
    return `each word would need about ${each} characters`;
  return null;
});
