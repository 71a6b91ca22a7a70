import { RE2JS, RE2JSException } from "re2js";
import type { Constraint } from "#lib/constraints/registry.ts";
import type { Finding, Reading, Span } from "#lib/constraints/types.ts";
import { clip, quoted } from "#lib/constraints/wording.ts";

/** Longest text that a pattern is held against. */
const SUBJECT_CHARS = 100 * 1024;
/** Longer texts are read once, as they are: each variant of the loose reading would cost as much again. */
const LOOSE_CHARS = 20_000;
/**
 * Pattern size times text length up to which a text is read at all: the engine takes a step for every part of the
 * pattern on every character when it comes to the worst, and "\p{L}{0,1000}" has two thousand parts.
 */
const READ_WORK = 20_000_000;
/** The variants of the loose reading are eight at most. */
const LOOSE_WORK = READ_WORK / 8;
/** Pattern size times text length up to which the places are looked for; whether there is one costs far less. */
const PLACES_WORK = 400_000;
const MAX_SPANS = 100;
const KEPT_PATTERNS = 50;

/** A pattern ready to be used, or why it cannot be. */
export type Compiled = { pattern: RE2JS; problem?: never } | { pattern?: never; problem: string };

const known = new Map<string, Compiled>();

/**
 * A pattern for the engine that takes time in proportion to the text, whatever the pattern. What such an engine
 * cannot do (looking ahead or back, back references) is said in `problem`.
 */
export function compilePattern(source: string, ignoreCapitals = false): Compiled {
  const key = `${ignoreCapitals ? "i" : ""}/${source}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const compiled = compile(source, ignoreCapitals);
  if (known.size >= KEPT_PATTERNS) known.clear();
  known.set(key, compiled);
  return compiled;
}

function compile(source: string, ignoreCapitals: boolean): Compiled {
  if (/\(\?<?[=!]/.test(source))
    return { problem: "this pattern looks ahead or back, which is not supported" };
  if (/(?:^|[^\\])(?:\\\\)*\\(?:[1-9]|k<)/.test(source))
    return { problem: "this pattern refers back to a group, which is not supported" };
  try {
    return { pattern: RE2JS.compile(source, ignoreCapitals ? RE2JS.CASE_INSENSITIVE : 0) };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const why = error.message.replace(/^error parsing regexp: /, "");
    return { problem: `this pattern cannot be read: ${why}` };
  }
}

/** Why no text can be held against a pattern, as the end of a sentence; null when it can be read. */
export function problemOfPattern(source: string): string | null {
  return compilePattern(source).problem ?? null;
}

/** Whether the pattern describes something in the text, or all of it. */
export function checkRegex(value: Constraint<"regex">, text: string, reading: Reading): Finding {
  const asked = `${value.where === "whole" ? "all of it matches" : "matches"} ${quoted(clip(value.pattern, 40))}`;
  const undecided = (found: string): Finding => ({ result: "undecided", found, asked, spans: [] });
  if (value.pattern.trim() === "") return undecided("no pattern yet");
  if (text.length > SUBJECT_CHARS)
    return undecided(`a pattern is held against at most ${SUBJECT_CHARS / 1024} KB`);
  if (reading === "loose" && text.length > LOOSE_CHARS)
    return { result: "fail", found: "no match", asked, spans: [] };
  const { pattern, problem } = compilePattern(value.pattern, value.capitals === "ignore");
  if (problem !== undefined) return undecided(problem);
  const work = pattern.programSize() * text.length;
  if (work > READ_WORK) return undecided("this pattern is too large for a text of this length");
  if (reading === "loose" && work > LOOSE_WORK)
    return { result: "fail", found: "no match", asked, spans: [] };
  const subject = value.where === "whole" ? text.trim() : text;
  const kept = value.where === "whole" ? pattern.testExact(subject) : pattern.test(subject);
  if (!kept) return { result: "fail", found: "no match", asked, spans: [] };
  const spans = value.where === "whole" || reading === "loose" ? [] : places(pattern, subject);
  const first = spans[0];
  const found = first === undefined ? "a match" : quoted(clip(subject.slice(first.start, first.end), 40));
  return { result: "pass", found, asked, spans };
}

/** Where it matches; none when looking for the places would take too long. */
function places(pattern: RE2JS, text: string): Span[] {
  const spans: Span[] = [];
  let work = pattern.programSize() * text.length;
  const matcher = pattern.matcher(text);
  while (work <= PLACES_WORK && spans.length < MAX_SPANS && matcher.find()) {
    if (matcher.start() < matcher.end()) spans.push({ start: matcher.start(), end: matcher.end() });
    work += pattern.programSize() * Math.min(text.length, 2_000);
  }
  return spans;
}
