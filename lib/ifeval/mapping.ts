import { guessLanguage } from "#lib/checks/detect-language.ts";
import { strictFinding } from "#lib/checks/hold.ts";
import { type Count, countFinding } from "#lib/constraints/count.ts";
import { isRule } from "#lib/constraints/list-item.ts";
import { type Constraint, constraintSchema } from "#lib/constraints/registry.ts";
import { countHighlights } from "./highlights.ts";
import { type InstructionArguments, type InstructionId, needed } from "./instruction.ts";
import { countPunktSentences } from "./punkt.ts";
import { countWordRuns, strip } from "./python.ts";

/** An instruction of IFEval as promises of ours, all of which have to be kept. */
export interface Mapped {
  constraints: readonly Constraint[];
  /** What IFEval reads in place of the text: without a fence, in small letters. */
  prepare?(text: string): string;
  /** How IFEval counts what the one constraint counts, where its unit is not ours. */
  count?(text: string): number;
}

type Mapping = (args: InstructionArguments) => Mapped;

/** "less than 5" is at most 4, "at least 5" is that. */
function related(relation: "less than" | "at least", n: number): Count {
  return relation === "at least" ? { op: "at-least", n } : { op: "at-most", n: n - 1 };
}

function counted(args: InstructionArguments, name: "num_sentences" | "num_words" | "frequency"): Count {
  return related(needed(args.relation, "relation"), needed(args[name], name));
}

function atLeast(n: number | null | undefined, name: string): Count {
  return { op: "at-least", n: needed(n, name) };
}

/** Lines that begin a bullet with "-" or "* "; a line that draws a rule is none. */
function countBullets(text: string): number {
  return text.split("\n").filter((line) => !isRule(line) && /^\s*(?:-|\*\s)/.test(line)).length;
}

function withoutFence(text: string): string {
  return strip(
    strip(text)
      .replace(/^```(?:json|Json|JSON)?/, "")
      .replace(/```$/, ""),
  );
}

function inSmallLetters(text: string): string {
  return strip(text)
    .replace(/^"+|"+$/g, "")
    .toLowerCase();
}

function one(constraint: unknown): Mapped {
  return { constraints: [constraintSchema.parse(constraint)] };
}

/** Every instruction of IFEval. To be read beside docs/ifeval.md, which names where the public evaluator differs. */
export const MAPPINGS: Readonly<Record<InstructionId, Mapping>> = {
  "change_case:capital_word_frequency": (args) =>
    one({
      kind: "capital-words",
      ...related(
        needed(args.capital_relation, "capital_relation"),
        needed(args.capital_frequency, "capital_frequency"),
      ),
    }),
  "change_case:english_capital": () => ({
    constraints: [
      { kind: "case", case: "upper" },
      { kind: "language", code: "en" },
    ],
  }),
  "change_case:english_lowercase": () => ({
    constraints: [
      { kind: "case", case: "lower" },
      { kind: "language", code: "en" },
    ],
  }),
  "combination:repeat_prompt": (args) =>
    one({ kind: "repeat-prompt", text: needed(args.prompt_to_repeat, "prompt_to_repeat") }),
  "combination:two_responses": () => one({ kind: "two-responses", divider: "******" }),
  "detectable_content:number_placeholders": (args) =>
    one({ kind: "placeholders", ...atLeast(args.num_placeholders, "num_placeholders") }),
  "detectable_content:postscript": (args) =>
    one({ kind: "postscript", marker: needed(args.postscript_marker, "postscript_marker") }),
  "detectable_format:constrained_response": () => ({
    constraints: [
      {
        kind: "one-of",
        where: "inside",
        options: ["My answer is yes.", "My answer is no.", "My answer is maybe."],
      },
      // The evaluator takes these words with these capitals only.
      { kind: "regex", pattern: "My answer is (?:yes|no|maybe)\\." },
    ],
  }),
  "detectable_format:json_format": () => ({ ...one({ kind: "json" }), prepare: withoutFence }),
  "detectable_format:multiple_sections": (args) =>
    one({
      kind: "sections",
      marker: needed(args.section_spliter, "section_spliter"),
      ...atLeast(args.num_sections, "num_sections"),
    }),
  "detectable_format:number_bullet_lists": (args) => ({
    ...one({ kind: "bullets", op: "exactly", n: needed(args.num_bullets, "num_bullets") }),
    count: countBullets,
  }),
  "detectable_format:number_highlighted_sections": (args) => ({
    ...one({ kind: "highlighted", ...atLeast(args.num_highlights, "num_highlights") }),
    count: countHighlights,
  }),
  "detectable_format:title": () => one({ kind: "title" }),
  "keywords:existence": (args) =>
    one({ kind: "include", words: needed(args.keywords, "keywords"), mode: "all", match: "anywhere" }),
  "keywords:forbidden_words": (args) =>
    one({ kind: "exclude", words: needed(args.forbidden_words, "forbidden_words") }),
  "keywords:frequency": (args) =>
    one({
      kind: "keyword",
      word: needed(args.keyword, "keyword"),
      match: "anywhere",
      ...counted(args, "frequency"),
    }),
  "keywords:letter_frequency": (args) =>
    one({
      kind: "letter",
      letter: needed(args.letter, "letter"),
      ...related(needed(args.let_relation, "let_relation"), needed(args.let_frequency, "let_frequency")),
    }),
  "language:response_language": (args) => one({ kind: "language", code: needed(args.language, "language") }),
  "length_constraints:nth_paragraph_first_word": (args) => ({
    constraints: [
      constraintSchema.parse({
        kind: "paragraphs",
        op: "exactly",
        n: needed(args.num_paragraphs, "num_paragraphs"),
      }),
      constraintSchema.parse({
        kind: "paragraph-start",
        paragraph: needed(args.nth_paragraph, "nth_paragraph"),
        word: needed(args.first_word, "first_word"),
      }),
    ],
  }),
  "length_constraints:number_paragraphs": (args) =>
    one({
      kind: "paragraphs",
      op: "exactly",
      n: needed(args.num_paragraphs, "num_paragraphs"),
      divider: "***",
    }),
  "length_constraints:number_sentences": (args) => ({
    ...one({ kind: "sentences", ...counted(args, "num_sentences") }),
    count: countPunktSentences,
  }),
  "length_constraints:number_words": (args) => ({
    ...one({ kind: "words", ...counted(args, "num_words") }),
    count: countWordRuns,
  }),
  "punctuation:no_comma": () => one({ kind: "no-comma" }),
  "startend:end_checker": (args) => ({
    ...one({ kind: "ends-with", text: needed(args.end_phrase, "end_phrase").toLowerCase() }),
    prepare: inSmallLetters,
  }),
  "startend:quotation": () => one({ kind: "quotes", marks: "straight" }),
};

/** Whether the text follows the instruction, by our checks. */
export function follows(mapped: Mapped, text: string): boolean {
  const read = mapped.prepare?.(text) ?? text;
  return mapped.constraints.every((constraint) => {
    if (mapped.count !== undefined && "op" in constraint)
      return countFinding(constraint, mapped.count(read), "", "", []).result === "pass";
    const { result } = strictFinding(constraint, read);
    return result === "undecided" ? isLikely(constraint, read) : result === "pass";
  });
}

/** IFEval wants a yes or a no: of a text too short for certainty the likeliest language is taken. */
function isLikely(constraint: Constraint, text: string): boolean {
  return constraint.kind === "language" && guessLanguage(text) === constraint.code;
}
