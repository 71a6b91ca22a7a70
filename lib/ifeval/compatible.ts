import { guessLanguage } from "#lib/checks/detect-language.ts";
import { countHighlights } from "./highlights.ts";
import { type InstructionArguments, type InstructionId, needed } from "./instruction.ts";
import { countPunktSentences } from "./punkt.ts";
import { countWordRuns, isLower, isUpper, loadsAsJson, SPACE, splitAtSpaces, strip } from "./python.ts";
import { countPattern, countSections, hasPatternAsWord } from "./python-pattern.ts";
import { countCapitalTokens } from "./treebank.ts";

type Rule = (text: string, args: InstructionArguments) => boolean;

const OPTIONS = ["My answer is yes.", "My answer is no.", "My answer is maybe."];

function related(relation: "less than" | "at least", actual: number, n: number): boolean {
  return relation === "at least" ? actual >= n : actual < n;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * The evaluator's own detector throws where a text has no letters of a script that it knows, and then the
 * instruction counts as followed.
 */
function isLanguage(text: string, code: string): boolean {
  const guess = guessLanguage(text);
  return guess === null || guess === code;
}

const DIVIDER = new RegExp(`${SPACE}?\\*\\*\\*${SPACE}?`);
const STAR_BULLET = new RegExp(`(?<=^|\n)${SPACE}*\\*[^*][^\n]*(?=\n|$)`, "g");
const DASH_BULLET = new RegExp(`(?<=^|\n)${SPACE}*-[^\n]*(?=\n|$)`, "g");

function paragraphs(text: string, asked: number): boolean {
  const parts = text.split(DIVIDER);
  const empty = parts.map((part) => strip(part) === "");
  if (empty.slice(1, -1).includes(true)) return false;
  const outer = new Set([0, parts.length - 1]);
  return parts.length - [...outer].filter((index) => empty[index]).length === asked;
}

function firstWord(paragraph: string): string {
  const word = (splitAtSpaces(paragraph)[0] ?? "").replace(/^'+/, "").replace(/^"+/, "");
  return (/^[^.,?!'"]*/.exec(word)?.[0] ?? "").toLowerCase();
}

function nthParagraph(text: string, args: InstructionArguments): boolean {
  const parts = text.split("\n\n");
  const filled = parts.filter((part) => strip(part) !== "").length;
  const nth = needed(args.nth_paragraph, "nth_paragraph");
  const paragraph = strip(parts[nth - 1] ?? "");
  if (nth > filled || paragraph === "") return false;
  const word = needed(args.first_word, "first_word").toLowerCase();
  return filled === needed(args.num_paragraphs, "num_paragraphs") && firstWord(paragraph) === word;
}

function postscript(text: string, marker: string): boolean {
  const small = text.toLowerCase();
  if (marker === "P.P.S") return /p\.\s?p\.\s?s/.test(small);
  if (marker === "P.S.") return /p\.\s?s\./.test(small);
  return countPattern(marker.toLowerCase(), small) > 0;
}

function twoResponses(text: string): boolean {
  const parts = text.split("******").map(strip);
  if (parts.slice(1, -1).includes("")) return false;
  const filled = parts.filter((part) => part !== "");
  return filled.length === 2 && filled[0] !== filled[1];
}

function isTitle(title: string): boolean {
  return strip(title.replace(/^<+/, "").replace(/>+$/, "")) !== "";
}

function json(text: string): boolean {
  let rest = strip(text);
  for (const fence of ["```json", "```Json", "```JSON", "```"]) {
    if (rest.startsWith(fence)) rest = rest.slice(fence.length);
  }
  return loadsAsJson(strip(rest.endsWith("```") ? rest.slice(0, -3) : rest));
}

/** What the public evaluator does, defects included. Only its language detector, which answers by chance, is ours. */
const RULES: Readonly<Record<InstructionId, Rule>> = {
  "change_case:capital_word_frequency": (text, args) =>
    related(
      needed(args.capital_relation, "capital_relation"),
      countCapitalTokens(text),
      needed(args.capital_frequency, "capital_frequency"),
    ),
  "change_case:english_capital": (text) => isUpper(text) && isLanguage(text, "en"),
  "change_case:english_lowercase": (text) => isLower(text) && isLanguage(text, "en"),
  "combination:repeat_prompt": (text, args) =>
    strip(text)
      .toLowerCase()
      .startsWith(strip(needed(args.prompt_to_repeat, "prompt_to_repeat")).toLowerCase()),
  "combination:two_responses": twoResponses,
  "detectable_content:number_placeholders": (text, args) =>
    count(text, /\[[^\n]*?\]/g) >= needed(args.num_placeholders, "num_placeholders"),
  "detectable_content:postscript": (text, args) =>
    postscript(text, strip(needed(args.postscript_marker, "postscript_marker"))),
  "detectable_format:constrained_response": (text) => OPTIONS.some((option) => text.includes(option)),
  "detectable_format:json_format": json,
  "detectable_format:multiple_sections": (text, args) =>
    countSections(strip(needed(args.section_spliter, "section_spliter")), text) >=
    needed(args.num_sections, "num_sections"),
  "detectable_format:number_bullet_lists": (text, args) =>
    count(text, STAR_BULLET) + count(text, DASH_BULLET) === needed(args.num_bullets, "num_bullets"),
  "detectable_format:number_highlighted_sections": (text, args) =>
    countHighlights(text) >= needed(args.num_highlights, "num_highlights"),
  "detectable_format:title": (text) => (text.match(/<<[^\n]+>>/g) ?? []).some(isTitle),
  "keywords:existence": (text, args) =>
    needed(args.keywords, "keywords").every((keyword) => countPattern(keyword, text) > 0),
  "keywords:forbidden_words": (text, args) =>
    !needed(args.forbidden_words, "forbidden_words").some((word) => hasPatternAsWord(word, text)),
  "keywords:frequency": (text, args) =>
    related(
      needed(args.relation, "relation"),
      countPattern(strip(needed(args.keyword, "keyword")), text),
      needed(args.frequency, "frequency"),
    ),
  "keywords:letter_frequency": (text, args) =>
    related(
      needed(args.let_relation, "let_relation"),
      text.toLowerCase().split(strip(needed(args.letter, "letter")).toLowerCase()).length - 1,
      needed(args.let_frequency, "let_frequency"),
    ),
  "language:response_language": (text, args) => isLanguage(text, needed(args.language, "language")),
  "length_constraints:nth_paragraph_first_word": nthParagraph,
  "length_constraints:number_paragraphs": (text, args) =>
    paragraphs(text, needed(args.num_paragraphs, "num_paragraphs")),
  "length_constraints:number_sentences": (text, args) =>
    related(
      needed(args.relation, "relation"),
      countPunktSentences(text),
      needed(args.num_sentences, "num_sentences"),
    ),
  "length_constraints:number_words": (text, args) =>
    related(needed(args.relation, "relation"), countWordRuns(text), needed(args.num_words, "num_words")),
  "punctuation:no_comma": (text) => !text.includes(","),
  "startend:end_checker": (text, args) =>
    strip(text)
      .replace(/^"+|"+$/g, "")
      .toLowerCase()
      .endsWith(strip(needed(args.end_phrase, "end_phrase")).toLowerCase()),
  "startend:quotation": (text) => {
    const trimmed = strip(text);
    return trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  },
};

/** Whether the public evaluator counts the instruction as followed. The text is not blank. */
export function followsAsPublished(id: InstructionId, args: InstructionArguments, text: string): boolean {
  return RULES[id](text, args);
}
