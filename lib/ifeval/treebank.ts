import { punktSentences } from "./punkt.ts";
import { isUpper, SPACE, splitAtSpaces } from "./python.ts";

/**
 * The cuts of the Penn Treebank's tokenizer, in its order, as far as they decide which tokens are in capitals.
 * Source: Robert MacIntyre's sed script of 1995, with the signs for other quotation marks that came later.
 */
const CUTS: readonly (readonly [pattern: RegExp, cut: string])[] = [
  [/[«“‘„]|`+/gu, " $& "],
  [/^"/g, "``"],
  [/``/g, " $& "],
  [/([ ([{<])(?:"|'')/g, "$1 `` "],
  [/'(?!re|ve|ll|m|t|s|d|n)([\p{L}\p{N}_])(?![\p{L}\p{N}_])/giu, "' $1"],
  [new RegExp(`([^.])(\\.)([\\])}>"'»”’ ]*)${SPACE}*$`, "gu"), "$1 $2 $3 "],
  [/([:,])(?!\p{Nd})/gu, " $1 "],
  [/\.{2,}/g, " $& "],
  [/[;@#$%&?!*\][(){}<>»”’"]|--|''/g, " $& "],
  [/([^'])' /g, "$1 ' "],
  [/^[\s\S]*$/, " $& "],
  [/([^' ])('[sSmMdD]|') /g, "$1 $2 "],
  [/([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) /g, "$1 $2 "],
  [/\b(can)(not)\b|\b(gim|lem)(me)\b|\b(gon)(na)\b|\b(got)(ta)\b/gi, " $1$3$5$7 $2$4$6$8 "],
  [/\b(d)('ye)\b|\b(more)('n)\b|\b(wan)(na)(?=\s)/gi, " $1$3$5 $2$4$6 "],
  [/ ('t)(is|was)\b/gi, " $1 $2 "],
];

/** How many tokens are in capitals, as a Penn Treebank tokenizer makes tokens of sentences. */
export function countCapitalTokens(text: string): number {
  return punktSentences(text).reduce((sum, sentence) => sum + tokens(sentence).filter(isUpper).length, 0);
}

function tokens(sentence: string): string[] {
  return splitAtSpaces(CUTS.reduce((cut, [pattern, pieces]) => cut.replace(pattern, pieces), sentence));
}
