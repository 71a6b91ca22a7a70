import { unreachable } from "#lib/base/errors.ts";
import { countRange } from "#lib/constraints/count.ts";
import { LANGUAGES } from "#lib/constraints/language/names.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import { asksQuestion } from "#lib/prompt/asks-question.ts";
import { numberOf } from "#lib/prompt/recognise/counts.ts";
import type { PartsPrompt } from "#lib/prompt/schema.ts";
import type { Random } from "./random.ts";
import { topicOf } from "./topic.ts";

/** Both ends included; `high` may be Infinity. */
export interface Range {
  low: number;
  high: number;
}

export type Counted = "lines" | "bullets" | "sentences" | "words";

/** What the simulator understood of a prompt: all that it will try to do. */
export interface Wanted {
  topic: string;
  form: "verse" | "list" | "prose";
  counts: Partial<Record<Counted, Range>>;
  /** What stands before a bullet point; "1." numbers them. */
  marker: string;
  /** The text begins and ends with these, word for word. */
  start: string;
  end: string;
  /** Each of these has to appear. */
  include: string[];
  /** None of these may appear. */
  exclude: string[];
  /** Keys of the JSON object that is the whole answer; null = no JSON was asked for. */
  jsonKeys: string[] | null;
  /** A language that is not English, by its English name. */
  foreignLanguage: string | null;
}

const VERSE =
  /\b(?:poems?|verses?|haikus?|sonnets?|quatrains?|rhymes?|limericks?|songs?|lyrics|ballads?|odes?)\b/i;
const LIST = /\b(?:lists?|bullets?|bulleted|tips|ideas|checklists?)\b/i;
const NO_LIST = /\b(?:no|without|not|avoid|instead of)\b[^.\n]{0,30}\b(?:lists?|bullets?|bulleted)\b/i;
/** "three tips", "10 good ideas". */
const SEVERAL =
  /\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\s+(?:[a-z-]+\s+){0,2}(?:tips|ideas|ways|reasons|examples|questions|points|facts|names|suggestions|benefits|items|things|rules|titles|headlines)\b/i;
/** Lines of the forms of verse that have a fixed number of them. */
const FIXED_FORMS = { haiku: 3, quatrain: 4, limerick: 5, sonnet: 14 } as const;

/** Reads a prompt's parts. `random` chooses among words of which one is enough. */
export function wantedOf(prompt: PartsPrompt, random: Random): Wanted {
  const others = prompt.constraints.map((constraint) => (constraint.kind === "other" ? constraint.text : ""));
  const asked = [prompt.task, prompt.format, prompt.extra, ...others].join("\n");
  const wanted: Wanted = {
    topic: topicOf(prompt.task),
    form: VERSE.test(asked) ? "verse" : LIST.test(asked) ? "list" : "prose",
    counts: {},
    marker: "-",
    start: prompt.opening.trim(),
    end: "",
    include: [],
    exclude: [],
    jsonKeys: null,
    foreignLanguage: null,
  };
  for (const constraint of prompt.constraints) add(wanted, constraint, random);
  if (wanted.end === "" && asksQuestion(prompt)) wanted.end = "?";
  addFromTask(wanted, asked);
  return wanted;
}

/** Numbers that the task itself names, where no constraint has said anything else. */
function addFromTask(wanted: Wanted, asked: string): void {
  const several = numberOf(SEVERAL.exec(asked)?.[1] ?? "");
  const { lines, bullets } = wanted.counts;
  if (NO_LIST.test(asked) && bullets === undefined) {
    if (wanted.form === "list") wanted.form = "prose";
    wanted.counts.bullets = { low: 0, high: 0 };
    return;
  }
  if (lines !== undefined || bullets !== undefined) return;
  if (several !== undefined) {
    wanted.form = "list";
    wanted.counts.bullets = { low: several, high: several };
    return;
  }
  for (const [form, count] of Object.entries(FIXED_FORMS)) {
    if (new RegExp(`\\b${form}\\b`, "i").test(asked)) wanted.counts.lines = { low: count, high: count };
  }
}

function add(wanted: Wanted, constraint: Constraint, random: Random): void {
  // What must not be is kept by doing nothing, except where it names the words themselves.
  if ("not" in constraint && constraint.not === true) return;
  switch (constraint.kind) {
    case "bullets":
      wanted.marker =
        constraint.marker === undefined || constraint.marker === "any" ? "-" : constraint.marker;
      narrow(wanted, constraint.kind, countRange(constraint));
      return;
    case "lines":
    case "sentences":
    case "words":
      narrow(wanted, constraint.kind, countRange(constraint));
      return;
    case "starts-with":
      wanted.start ||= constraint.text.trim();
      return;
    case "ends-with":
      wanted.end ||= constraint.text.trim();
      return;
    case "include":
      wanted.include.push(...someOf(constraint, random));
      return;
    case "exclude":
      wanted.exclude.push(...filled(constraint.words));
      return;
    case "json":
      wanted.jsonKeys = [...(wanted.jsonKeys ?? []), ...filled(constraint.keys ?? [])];
      return;
    case "language":
      if (constraint.code !== "en") wanted.foreignLanguage = LANGUAGES[constraint.code];
      return;
    case "capital-words":
    case "case":
    case "characters":
    case "highlighted":
    case "keyword":
    case "letter":
    case "no-comma":
    case "no-markdown":
    case "number":
    case "one-of":
    case "other":
    case "paragraph-start":
    case "paragraphs":
    case "placeholders":
    case "postscript":
    case "quotes":
    case "reading-level":
    case "regex":
    case "repeat-prompt":
    case "sections":
    case "title":
    case "two-responses":
      return;
    default:
      unreachable(constraint);
  }
}

function someOf(constraint: { words: string[]; mode: "all" | "any" }, random: Random): string[] {
  const words = filled(constraint.words);
  const [first, ...others] = words;
  if (constraint.mode === "all" || first === undefined) return words;
  return [random.pick([first, ...others])];
}

function filled(words: readonly string[]): string[] {
  return words.map((word) => word.trim()).filter((word) => word !== "");
}

/** Two counts of one kind hold together. */
function narrow(wanted: Wanted, kind: Counted, range: Range): void {
  const known = wanted.counts[kind] ?? { low: 0, high: Number.POSITIVE_INFINITY };
  wanted.counts[kind] = { low: Math.max(known.low, range.low), high: Math.min(known.high, range.high) };
}
