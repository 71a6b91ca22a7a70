import { isUpper } from "./python.ts";

/** Signs that the tokenizer of IFEval always cuts off, apart from commas and colons before a digit. */
const ALONE = /[«»“”‘’„`;@#$%&?!*[\](){}<>"]|\.{2,}|--|[:,](?!\p{Nd})/gu;
/** Endings behind an apostrophe are tokens of their own: "JOHN|'S", "DO|N'T". */
const ENDINGS = /(?<=[^'\s])('(?:[sSmMdD]|ll|LL|re|RE|ve|VE)?|n't|N'T)(?=\s|$)/g;
const PAIRS = /\b(CAN)(NOT)\b|\b(GIM|LEM)(ME)\b|\b(GON|WAN)(NA)\b|\b(GOT)(TA)\b/g;

/** How many tokens are in capitals, as a Penn Treebank tokenizer makes tokens. */
export function countCapitalTokens(text: string): number {
  const cut = text
    .replace(ALONE, " $& ")
    .replace(ENDINGS, " $1")
    .replace(PAIRS, (pair) => `${pair.slice(0, 3)} ${pair.slice(3)}`);
  return cut.split(/\s+/).filter(isUpper).length;
}
