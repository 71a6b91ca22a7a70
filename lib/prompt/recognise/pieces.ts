import type { Constraint } from "#lib/constraints/registry.ts";
import { COUNT, countOf } from "./counts.ts";
import type { Put } from "./cut.ts";
import { QUOTED } from "./vocabulary.ts";

/** Words of a prompt that speaks of the pieces of an answer, or of several answers. */
export const OF_PIECES =
  /\b(?:each|per|every|headlines?|titles?|subject|sections?|first|second|then|followed by|intro(?:duction)?s?|outros?|body|captions?|conclusions?)\b/i;

const PIECE =
  "(?:headlines?|titles?|subtitles?|subject|intro(?:duction)?s?|outros?|bod(?:y|ies)|captions?|conclusions?|taglines?|slogans?|summar(?:y|ies)|abstracts?|tweets?|posts?|e-?mails?|articles?|descriptions?|verses?|chorus|haikus?|hashtags?|calls? to action|bullet points? (?:with|about|of|on|that|for|listing)|tables?|lists?)";
/** "a headline of 8 words and a body": something else that is asked for beside what is counted. */
const ANOTHER = new RegExp(
  `(?:,|\\b(?:and|then|plus|followed by))\\s+(?:an?|one|two|three|four|five|\\d+|its|the|some|another)\\s+(?:[\\p{L}\\d-]+\\s){0,2}?${PIECE}(?![\\p{L}])`,
  "iu",
);
const ANY_COUNT = new RegExp(`\\b${COUNT}`, "gi");
const OF_EACH = /\b(?:each|every|per)\b/i;
const QUOTATIONS = new RegExp(QUOTED, "gu");

/** Whether what a sentence counts is a piece of the answer: "a title of 5 words, then a 200-word article". */
export function countsPieces(sentence: string): boolean {
  const said = sentence.replace(QUOTATIONS, "");
  const counts = countsIn(said);
  const [first] = counts;
  if (first === undefined) return false;
  return OF_EACH.test(said.slice(0, first.index)) || ANOTHER.test(said) || differ(counts);
}

/** Whether a whole prompt gives lengths to several texts, sentence by sentence. */
export function countsSeveralTexts(text: string): boolean {
  const said = text.replace(QUOTATIONS, "");
  if (!differ(countsIn(said))) return false;
  return said
    .split(/[.!?;\n]+/)
    .some((sentence) => OF_PIECES.test(sentence) && countsIn(sentence).length > 0);
}

/** A length of the answer, as such a sentence must not give one. */
export function isCount(put: Put): boolean {
  return put.part === "constraints" && /^(?:lines|words|sentences|bullets)$/.test(put.constraint.kind);
}

function countsIn(text: string): { index: number; count: Constraint }[] {
  return [...text.matchAll(ANY_COUNT)].flatMap(({ index, groups }) => {
    const count = countOf(groups ?? {});
    return count === undefined ? [] : [{ index, count }];
  });
}

/** Two lengths in the same unit that are neither the same nor the two ends of one. */
function differ(counts: readonly { count: Constraint }[]): boolean {
  return counts.some(({ count: one }, at) =>
    counts
      .slice(at + 1)
      .some(
        ({ count: other }) =>
          other.kind === one.kind && JSON.stringify(one) !== JSON.stringify(other) && !areEnds(one, other),
      ),
  );
}

function areEnds(one: Constraint, other: Constraint): boolean {
  const ops = [one, other].map((count) => ("op" in count ? count.op : ""));
  return ops.includes("at-least") && ops.includes("at-most");
}
