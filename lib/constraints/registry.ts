import { z } from "zod";
import { bullets } from "./kinds/bullets.ts";
import { capitalWords } from "./kinds/capital-words.ts";
import { letterCase } from "./kinds/case.ts";
import { characters } from "./kinds/characters.ts";
import { endsWith } from "./kinds/ends-with.ts";
import { exclude } from "./kinds/exclude.ts";
import { highlighted } from "./kinds/highlighted.ts";
import { include } from "./kinds/include.ts";
import { json } from "./kinds/json.ts";
import { keyword } from "./kinds/keyword.ts";
import { language } from "./kinds/language.ts";
import { letter } from "./kinds/letter.ts";
import { lines } from "./kinds/lines.ts";
import { noComma } from "./kinds/no-comma.ts";
import { noMarkdown } from "./kinds/no-markdown.ts";
import { number } from "./kinds/number.ts";
import { oneOf } from "./kinds/one-of.ts";
import { other } from "./kinds/other.ts";
import { paragraphStart } from "./kinds/paragraph-start.ts";
import { paragraphs } from "./kinds/paragraphs.ts";
import { placeholders } from "./kinds/placeholders.ts";
import { postscript } from "./kinds/postscript.ts";
import { quotes } from "./kinds/quotes.ts";
import { readingLevel } from "./kinds/reading-level.ts";
import { regex } from "./kinds/regex.ts";
import { repeatPrompt } from "./kinds/repeat-prompt.ts";
import { sections } from "./kinds/sections.ts";
import { sentences } from "./kinds/sentences.ts";
import { startsWith } from "./kinds/starts-with.ts";
import { title } from "./kinds/title.ts";
import { twoResponses } from "./kinds/two-responses.ts";
import { words } from "./kinds/words.ts";
import type { ConstraintField, Finding, Reading } from "./types.ts";

/** To add a kind: its file, one line here, its test. The order is the order of the "Add constraint" list. */
export const CONSTRAINT_KINDS = {
  lines,
  words,
  sentences,
  characters,
  paragraphs,
  bullets,
  "starts-with": startsWith,
  "ends-with": endsWith,
  "paragraph-start": paragraphStart,
  include,
  exclude,
  keyword,
  letter,
  "capital-words": capitalWords,
  "one-of": oneOf,
  number,
  json,
  regex,
  language,
  "reading-level": readingLevel,
  case: letterCase,
  quotes,
  "no-comma": noComma,
  "no-markdown": noMarkdown,
  title,
  sections,
  highlighted,
  placeholders,
  postscript,
  "two-responses": twoResponses,
  "repeat-prompt": repeatPrompt,
  other,
} as const;

type Kinds = typeof CONSTRAINT_KINDS;
export type KindName = keyof Kinds;

const { lines: first, ...rest } = CONSTRAINT_KINDS;

/** Any constraint, strict: an unknown kind or key is refused. `restore` in lib/comparison is the forgiving reader. */
export const constraintSchema = z.discriminatedUnion("kind", [
  first.schema,
  ...Object.values(rest).map(({ schema }) => schema),
]);

/** The stored value of each kind; the second half tells the compiler that `kind` is the key. */
type Values = { [Name in KindName]: z.infer<Kinds[Name]["schema"]> & { kind: Name } };
export type Constraint<Name extends KindName = KindName> = { [Each in Name]: Values[Each] }[Name];

type Table = {
  [Name in KindName]: {
    label: string;
    negatable: boolean;
    fields: readonly ConstraintField[];
    chip(value: Values[Name]): string;
    phrase(value: Values[Name]): string;
    check?(value: Values[Name], text: string, reading: Reading): Finding;
  };
};
const TABLE: Table = CONSTRAINT_KINDS;

/** The kind of a constraint, typed so that it takes that constraint: `constraintKind(c).chip(c)`. */
export function constraintKind<Name extends KindName>(constraint: Constraint<Name>): Table[Name] {
  return TABLE[constraint.kind];
}

/** The fields a kind stores, none for a kind that does not exist. */
export function constraintKeys(kind: string): string[] {
  const shapes: Record<string, { schema: { shape: object } }> = CONSTRAINT_KINDS;
  return Object.hasOwn(shapes, kind) ? Object.keys(shapes[kind]?.schema.shape ?? {}) : [];
}

/** Whether the constraint is turned round. Kinds never look at this; it is applied here for words and in lib/checks for results. */
export function isNegated(constraint: Constraint): boolean {
  return "not" in constraint && constraint.not === true;
}

/** Short form for chips and contract rows: "exactly 4 lines", "not: in French". */
export function chipOf<Name extends KindName>(constraint: Constraint<Name>): string {
  const chip = constraintKind(constraint).chip(constraint);
  return isNegated(constraint) ? `not: ${chip}` : chip;
}

/** The sentence that goes into the prompt: "Write exactly 4 lines."; "" when there is nothing to say yet. */
export function phraseOf<Name extends KindName>(constraint: Constraint<Name>): string {
  const phrase = constraintKind(constraint).phrase(constraint);
  if (phrase === "" || !isNegated(constraint)) return phrase;
  return `Do not ${phrase.charAt(0).toLowerCase()}${phrase.slice(1)}`;
}

/**
 * Holds a text against the constraint, without `not`. A kind whose check needs a large library stays undecided
 * here: lib/checks has those, applies `not`, and is where texts are held against promises.
 */
export function findingOf<Name extends KindName>(
  constraint: Constraint<Name>,
  text: string,
  reading: Reading,
): Finding {
  const kind = constraintKind(constraint);
  return (
    kind.check?.(constraint, text, reading) ?? {
      result: "undecided",
      found: "not looked at yet",
      asked: kind.chip(constraint),
      spans: [],
    }
  );
}
