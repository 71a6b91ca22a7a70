import { countsThatNeverMeet, moreThanThereIsRoomFor, piecesTooLong } from "./conflict-counts.ts";
import {
  besideJson,
  besideOneAnswer,
  languageWithoutIt,
  markdownRuledOut,
  outsideQuotes,
  promiseAndItsOpposite,
  twoBeginnings,
  twoEndings,
  twoLanguages,
} from "./conflict-shapes.ts";
import { type ConflictRule, type PartRef, type Promises, type Term, termsOf } from "./conflict-terms.ts";
import {
  askedAndForbidden,
  capitalsInWhatIsAsked,
  commasInWhatIsAsked,
  lettersRuledOut,
} from "./conflict-words.ts";

/** Two promises of one prompt that no answer can keep together, or only a strange one. */
export interface Conflict {
  rule: string;
  /** For a person: "“exactly 4 lines” and “exactly 6 paragraphs”: 6 paragraphs need at least 6 lines." */
  sentence: string;
  parts: readonly [PartRef, PartRef];
}

/** The numbers are those of docs/spec/conflicts.md. The first rule that speaks of a pair is the one that is heard. */
const RULES: readonly (readonly [number: string, rule: ConflictRule])[] = [
  ["CF16", promiseAndItsOpposite],
  ["CF1", countsThatNeverMeet],
  ["CF2", moreThanThereIsRoomFor],
  ["CF3", piecesTooLong],
  ["CF4", askedAndForbidden],
  ["CF5", commasInWhatIsAsked],
  ["CF6", capitalsInWhatIsAsked],
  ["CF7", lettersRuledOut],
  ["CF8", besideJson],
  ["CF9", besideOneAnswer],
  ["CF10", twoBeginnings],
  ["CF11", twoEndings],
  ["CF12", outsideQuotes],
  ["CF13", markdownRuledOut],
  ["CF14", twoLanguages],
  ["CF15", languageWithoutIt],
];

/** Every pair of promises that cannot both be kept, in the order of the prompt. Pure; the pairs of 42 promises take a few ms. */
export function conflictsOf(promises: Promises): Conflict[] {
  const terms = termsOf(promises);
  return terms.flatMap((one, index) =>
    terms.slice(index + 1).flatMap((other) => conflictOf(one, other) ?? []),
  );
}

function conflictOf(one: Term, other: Term): Conflict | null {
  for (const [rule, find] of RULES) {
    const why = find(one, other) ?? find(other, one);
    if (why === null) continue;
    const sentence = `${capital(one.name)} and ${other.name} do not go together: ${why}.`;
    return { rule, sentence, parts: [one.ref, other.ref] };
  }
  return null;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
