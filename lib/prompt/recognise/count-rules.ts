import type { Constraint } from "#lib/constraints/registry.ts";
import { COUNT, COUNT_ADJECTIVE, countOf, NUMBER } from "./counts.ts";
import { type Cut, capitalised, type SentenceRule, without } from "./cut.ts";
import { ANSWER, INSTRUCTION, WRITING } from "./vocabulary.ts";

/** The count is of something else, or of each of several things. */
const NOT_THE_ANSWER =
  /^\s*(?:per|each|apiece|a (?:piece|line|sentence|bullet)|of (?:code|text)|for each|in each|every)\b/i;
/** What stands before makes the count vague, one of several, or one half of a range. */
const NOT_A_COUNT = new RegExp(
  `(?:\\b(?:about|around|approximately|approx\\.?|roughly|circa|nearly|almost|first|last|next|top|every|each|these|those|the|my|per|between|from|(?:${NUMBER})(?:\\s?(?:-|–|—|to|and|or))?)|~)\\s*$`,
  "i",
);
const SHORTENS = /^(?:please )?(?:keep|limit|cut|trim|restrict|shorten|condense)\b/i;
/** All that may stand around a count in a sentence that says nothing else. */
const BESIDE_COUNT = new Set(
  "please write use keep limit cut trim restrict shorten make give return reply respond answer answers output produce provide it me us should must has have to need needs be is contain consist of in with using total long only and sure length stay a an that all response responses".split(
    " ",
  ),
);

const ANY_COUNT = new RegExp(COUNT, "i");
const THE_ANSWER = new RegExp(`\\b${ANSWER}\\b`, "gi");
const LEADING = new RegExp(`^${COUNT}(?:,| and) (?=\\S)`, "i");
const OPERATOR = "(?:at (?:most|least)|no more than|no fewer than|between|exactly|max(?:imum)?\\b)";
const CLAUSE = new RegExp(
  `(?:\\s*\\((?:in |with )?|,? (?:in|using|with|as|of|to|into)(?: a list of)? |, (?:in |with |using )?| (?=${OPERATOR}))${COUNT}(?: (?:long|in total|total|in length))?\\)?`,
  "i",
);
const OBJECT = new RegExp(`^(?<verb>(?:please )?(?:${WRITING}|use|list)(?: me| us)?) ${COUNT}`, "i");
const ADJECTIVE = new RegExp(
  `(?<lead>^|\\b(?:${WRITING}|in|into|to|as)(?: me| us)? )(?<article>an? |one )?(?<words>(?:[\\p{L}-]+,? ){0,2}?)${COUNT_ADJECTIVE} (?=(?<noun>\\p{L}+))(?!(?:each|per|that|which|who|about|of|on|for|and|or|with|in|to|from|long|total|max|at)\\b)`,
  "iu",
);

/** "No more than 3 sentences.", "The poem should have four lines.", "Keep it under 100 words." */
export const wholeCount: SentenceRule = (sentence) => {
  const match = plainCount(ANY_COUNT.exec(sentence));
  if (match === undefined) return undefined;
  const before = sentence.slice(0, match.index);
  const around = `${before} ${sentence.slice(match.index + match[0].length)}`.replace(THE_ANSWER, "it");
  const beside = around.toLowerCase().split(/[\s,:()-]+/);
  if (NOT_A_COUNT.test(before) || !beside.every((word) => word === "" || BESIDE_COUNT.has(word)))
    return undefined;
  return counted(match, SHORTENS.test(sentence) ? "at-most" : "exactly", "");
};

/** "40 to 60 words, second person, …": the first item of a list of wishes. */
export const leadingCount: SentenceRule = (sentence) => {
  const match = plainCount(LEADING.exec(sentence));
  return match && counted(match, "exactly", capitalised(sentence.slice(match[0].length)));
};

/** "Summarise it in 3 sentences", "Write an email, max 100 words": a clause of an order. */
export const clauseCount: SentenceRule = (sentence) => {
  const match = INSTRUCTION.test(sentence) ? CLAUSE.exec(sentence) : null;
  // The object of the order cannot go: "Use exactly three lines, …".
  if (match === null || match.index < (OBJECT.exec(sentence)?.[0].length ?? 0)) return undefined;
  const before = sentence.slice(0, match.index);
  const after = sentence.slice(match.index + match[0].length);
  if (NOT_THE_ANSWER.test(after) || NOT_A_COUNT.test(before)) return undefined;
  const bare = SHORTENS.test(sentence) ? "at-most" : "exactly";
  const endsHere = /^(?:$|[,;]|\s+(?:about|on|for|and|using|in|from|to|with)\b)/i.test(after);
  if (endsHere && plainCount(match)) return counted(match, bare, without(before, after));
  return noted(match, sentence, after);
};

/** "Write 3 sentences about …" and "Use 60 to 90 words and short sentences": the object of the order. */
export const objectCount: SentenceRule = (sentence) => {
  const match = OBJECT.exec(sentence);
  const verb = match?.groups?.verb;
  if (match === null || verb === undefined) return undefined;
  const after = sentence.slice(match[0].length);
  if (NOT_THE_ANSWER.test(after)) return undefined;
  if (plainCount(match) && !ANY_COUNT.test(after)) {
    if (/write/i.test(verb) && /^ about /i.test(after)) return counted(match, "exactly", verb + after);
    if (/use/i.test(verb) && /^ and /i.test(after)) return counted(match, "exactly", verb + after.slice(4));
  }
  return noted(match, sentence, after);
};

/** "Write a four-line poem", "Turn it into a 100-word summary". */
export const adjectiveCount: SentenceRule = (sentence) => {
  const match = INSTRUCTION.test(sentence) || /^an? /i.test(sentence) ? ADJECTIVE.exec(sentence) : null;
  const { lead = "", article = "", words = "", noun = "" } = match?.groups ?? {};
  if (match === null || (/^(?:in|into|to|as)/i.test(lead) && article === "")) return undefined;
  if (/\b(?:the|this|that|these|those|my|your|about|every|each)\b/i.test(words)) return undefined;
  const before = sentence.slice(0, match.index) + lead + articleFor(words || noun, article) + words;
  return counted(match, "exactly", before + sentence.slice(match.index + match[0].length));
};

/** A count without an adjective between number and noun: "3 sentences", not "3 short sentences". */
function plainCount(match: RegExpExecArray | null): RegExpExecArray | undefined {
  return match === null || match.groups?.adjective !== undefined ? undefined : match;
}

function counted(match: RegExpExecArray, bare: "exactly" | "at-most", rest: string): Cut | undefined {
  const constraint: Constraint | undefined = countOf(match.groups ?? {}, bare);
  return constraint && { put: { part: "constraints", constraint }, rest };
}

/** The words stay where they are and give a check all the same, unless the sentence counts twice. */
function noted(match: RegExpExecArray, sentence: string, after: string): Cut | undefined {
  return ANY_COUNT.test(after) && !/\b(?:per|each|every)\b/i.test(after)
    ? undefined
    : counted(match, "exactly", sentence);
}

function articleFor(next: string, article: string): string {
  if (!/^an? $/i.test(article)) return article;
  const word = /^[aeiou]/i.test(next) && !/^(?:uni|use|euro|one)/i.test(next) ? "an " : "a ";
  return article.startsWith("A") ? capitalised(word) : word;
}
