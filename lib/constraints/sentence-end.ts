/** What a sentence may end with. */
export const END_SIGN = /[.!?。！？।۔]/g;

const BEGINS = /^[ \n]?[\p{Lu}\p{Ll}\p{Lo}\p{Nd}]/u;
const BEGINS_LARGE = /^[ \n]\p{Lu}/u;
/** A word or a number before a point that is no abbreviation, no initial and not all of the sentence. */
const WHOLE_WORD = /(?:\p{Ll}{3}(?<!approx|Prof)|\p{Ll},?\p{Nd}{1,12})$/u;
const RIGHT_TO_LEFT_BEGINS = /^[ \n][א-ת\u0620-\u064a]/;
const RIGHT_TO_LEFT_WORD = /[א-ת\u0620-\u064a]$/;
/** As much as tells, characters. */
const WORD_CHARS = 16;

/**
 * Where the next sentence begins behind the sign at this place, if one surely does, whatever else the text holds; null
 * when that takes more than its neighbours to tell.
 */
export function sureEnd(text: string, at: number): number | null {
  const after = text.slice(at + 1, at + 4);
  const next = at + (/^[ \n]/.test(after) ? 2 : 1);
  if (text.charAt(at) !== ".") return BEGINS.test(after) ? next : null;
  const before = text.slice(Math.max(0, at - WORD_CHARS), at);
  const sure =
    (BEGINS_LARGE.test(after) && WHOLE_WORD.test(before)) ||
    (RIGHT_TO_LEFT_BEGINS.test(after) && RIGHT_TO_LEFT_WORD.test(before));
  return sure ? next : null;
}

/** A segment that ends so goes on: titles, "e.g.", an initial within a name, the number of a list item. */
const GOES_ON =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|St|Mt|Sr|Jr|vs|No|Nr|Fig|cf|approx|e\.g|i\.e|z\.B|d\.h|p\.ex|Mme|Sra?|Ud)\.\s*$|(?:^|\p{Lu}\p{L}*\.?\s)\p{Lu}\.\s*$|^\s*\p{N}+\.\s*$/u;
/** As much of a segment as tells whether it goes on, characters. */
const ENDING_CHARS = 60;
const CLOSING_QUOTES = new Set("\"”’»'」』");
const QUOTE_END = /[?!…]["”’»'」』]\s*$/u;

/** Whether the sentence goes on from one segment to the next. Which rule can apply at all is told by the last sign, in a fraction of the time. */
export function goesOnBehind(previous: string, segment: string): boolean {
  const last = previous.trimEnd().at(-1) ?? "";
  if (last === ".") return GOES_ON.test(previous.slice(-ENDING_CHARS));
  return (
    CLOSING_QUOTES.has(last) && QUOTE_END.test(previous.slice(-ENDING_CHARS)) && /^\p{Ll}/u.test(segment)
  );
}
