import { asked } from "./conflict-terms.ts";
import { countRange } from "./count.ts";
import { filledWords, findWords } from "./find-words.ts";
import { foldCase, normalText } from "./fold.ts";
import { noComma } from "./kinds/no-comma.ts";
import type { Constraint } from "./registry.ts";
import { clip, quoted } from "./wording.ts";

/** A text that has to stand in the answer. */
interface Demanded {
  text: string;
  /** Letter for letter: capitals count. */
  exact: boolean;
}

/** The words that a promise puts into the answer, as far as they are known. */
function demanded(constraint: Constraint): Demanded[] {
  switch (constraint.kind) {
    case "starts-with":
    case "ends-with":
      return texts(true, constraint.text);
    case "repeat-prompt":
      return texts(false, constraint.text);
    case "paragraph-start":
      return texts(false, constraint.word);
    case "include": {
      const words = filledWords(constraint.words);
      return constraint.mode === "all" || words.length === 1 ? texts(false, ...words) : [];
    }
    case "keyword":
      return countRange(constraint).low > 0 ? texts(false, constraint.word) : [];
    case "sections":
      return countRange(constraint).low > 0 ? texts(true, constraint.marker) : [];
    case "postscript":
      return texts(false, constraint.marker);
    case "two-responses":
      return texts(true, constraint.divider);
    case "paragraphs":
      return countRange(constraint).low > 1 ? texts(true, constraint.divider ?? "") : [];
    case "json":
      return texts(true, ...(constraint.keys ?? []));
    default:
      return [];
  }
}

function texts(exact: boolean, ...words: readonly string[]): Demanded[] {
  return filledWords(words).map((text) => ({ text: normalText(text), exact }));
}

/** The words that a promise keeps out of the answer. */
function forbidden(constraint: Constraint): string[] {
  if (constraint.kind === "exclude") return filledWords(constraint.words);
  if (constraint.kind === "keyword" && countRange(constraint).high === 0)
    return filledWords([constraint.word]);
  return [];
}

/** CF4 */
export const askedAndForbidden = asked((one, other) => {
  const out = forbidden(other);
  for (const { text } of demanded(one)) {
    const there = out.find((word) => findWords([word], text, "strict")[0]?.length);
    if (there !== undefined) return `the word ${quoted(clip(there, 40))} is asked for and ruled out`;
  }
  if (one.kind !== "include" || one.mode !== "any") return null;
  const words = filledWords(one.words);
  const all =
    words.length > 1 && words.every((word) => findWords(out, word, "strict").some(({ length }) => length));
  return all ? "every word that would do is ruled out" : null;
});

/** CF5 */
export const commasInWhatIsAsked = asked((one, other) => {
  if (other.kind !== "no-comma") return null;
  if (one.kind === "json" && (one.keys?.length ?? 0) > 1) return "JSON puts commas between its keys";
  const found = demanded(one).find(
    ({ text }) => noComma.check({ kind: "no-comma" }, text, "strict").result === "fail",
  );
  return found === undefined ? null : `${quoted(clip(found.text, 40))} has a comma`;
});

/** CF6 */
export const capitalsInWhatIsAsked = asked((one, other) => {
  if (other.kind !== "case" || other.case === "title") return null;
  const wrong = other.case === "lower" ? /\p{Lu}/u : /\p{Ll}/u;
  const found = demanded(one).find(({ text, exact }) => exact && wrong.test(text));
  if (found !== undefined) {
    return `${quoted(clip(found.text, 40))} has ${other.case === "lower" ? "capital" : "small"} letters`;
  }
  if (one.kind === "case" && one.case === "upper" && other.case === "lower")
    return "letters are large or small";
  const capitals =
    one.kind === "capital-words" ? countRange(one) : { low: 0, high: Number.POSITIVE_INFINITY };
  if (other.case === "lower" && capitals.low > 0) return "words in capitals are no small letters";
  return other.case === "upper" && capitals.high === 0
    ? "capitals alone make every word one in capitals"
    : null;
});

/** CF7 */
export const lettersRuledOut = asked((one, other) => {
  if (other.kind !== "letter" || countRange(other).high > 0) return null;
  const letter = foldCase(normalText(other.letter)).trim();
  const found = letter === "" ? undefined : demanded(one).find(({ text }) => foldCase(text).includes(letter));
  return found === undefined ? null : `${quoted(clip(found.text, 40))} has that letter`;
});
