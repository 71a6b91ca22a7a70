import { sentenceSpans } from "#lib/constraints/sentence-spans.ts";
import { wordSpans } from "#lib/constraints/word-spans.ts";

/** A stretch of an answer between two breaks, with what matters for punctuating and counting it. */
export interface Clause {
  text: string;
  words: number;
  /** Sentences that end before the last one in it does. */
  innerSentences: number;
  /** Ends its sentence by itself. */
  closed: boolean;
  /** Ends in a sign after which no full stop can stand: "Dear all,". */
  open: boolean;
  /** Given, and begins with a small letter: no sentence can begin with it. */
  joins: boolean;
  /** Given word for word; never changed, nothing put after `last`. */
  given: "first" | "last" | null;
}

export function countWords(text: string): number {
  return wordSpans(text).length;
}

export function clauseOf(text: string, given: Clause["given"] = null): Clause {
  return {
    text,
    words: countWords(text),
    innerSentences: Math.max(0, sentenceSpans(text).length - 1),
    closed: /[.!?…]["'”’»)\]]*$/u.test(text),
    open: /[,;:–—-]$/u.test(text),
    joins: given === "last" && /^\p{Ll}/u.test(text),
    given,
  };
}
