import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachFix, CoachRule } from "../types.ts";

const LOUD =
  "(?:IMPORTANT|CRITICAL|CRUCIAL|WARNING|NEVER|ALWAYS|MUST|NOT|ONLY|DO|DON['’]?T|STRICTLY|ABSOLUTELY|EVER|MANDATORY)";
/** Two or more capital words that press, or several exclamation marks; a heading in capitals is no shout. */
const SHOUT = new RegExp(
  `\\b(?:[A-Z]{2,}[ ,]+)*${LOUD}[ :,!]+(?:[A-Z]{2,}[ ,]+)*(?:${LOUD}|[A-Z]{4,})\\b(?:[ ,]+[A-Z]{2,}\\b)*!*|\\b(?:CRITICAL|VERY IMPORTANT|EXTREMELY IMPORTANT)(?=[:!])|(?<=\\p{L})!{2,}`,
  "gu",
);

export const shouting: CoachRule = {
  id: "shouting",
  title: "Capitals and exclamation marks",
  why: "Shouted rules helped weak models; current ones overdo what is shouted. Say it plainly and say why.",
  example: {
    before: "IMPORTANT!!! NEVER EVER USE LONG SENTENCES!!!",
    after: "Use sentences of at most 15 words, because the text is read aloud.",
  },
  source: SOURCES.anthropic,
  find: (input) =>
    findWords(input, {
      pattern: SHOUT,
      message: () =>
        "Shouting makes a rule louder than the others, not clearer. Say it plainly and give the reason.",
      // "help me!!!" is a plea, no rule.
      unless: (told, at, words) =>
        /^!+$/.test(words.trim()) &&
        /\b(?:help|help me|thanks|thank you|thx|urgent|asap|hi|hello)\s*$/i.test(
          told.slice(Math.max(0, at - 12), at),
        ),
      fix: (words, after) => (/^!+$/.test(words) ? quieter(after) : undefined),
    }),
};

/** A full stop where the sentence ends; nothing where it goes on; no offer where neither is certain. */
function quieter(after: string): CoachFix | undefined {
  if (/^[ \t]*(?:$|[\r\n]|[ \t]["“'‘(]?\p{Lu})/u.test(after)) {
    return { label: "Make it a full stop", replacement: "." };
  }
  return /^(?:[ \t]+\p{Ll}|[ \t]*[.,;:?)\]"”'’])/u.test(after)
    ? { label: "Take them out", replacement: "" }
    : undefined;
}
