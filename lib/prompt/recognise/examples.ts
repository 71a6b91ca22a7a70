import type { Example } from "../schema.ts";

export interface FoundExamples {
  examples: Example[];
  /** Where they stood, heading included, as half-open ranges in ascending order. */
  ranges: { start: number; end: number }[];
}

const TAGGED = /^<example>\n([\s\S]*?)\n<\/example>[ \t]*$/gm;
const SIDES = /^(?:Input:[ \n]([\s\S]*?))?(?:(?:^|\n)Output:[ \n]([\s\S]*))?$/;
const INPUT = /^(?:[-*] )?(?:\*\*)?input(?: ?\d{1,2})?(?:\*\*)?:(?:\*\*)?[ \t]*(\S.*)$/i;
const OUTPUT = /^(?:[-*] )?(?:\*\*)?output(?: ?\d{1,2})?(?:\*\*)?:(?:\*\*)?[ \t]*(\S.*)$/i;
const HEADING = /^(?:#{1,6} )?(?:\*\*)?(?:here are (?:some |a few )?)?examples?(?: ?\d{1,2})?:?(?:\*\*)?:?$/i;

/**
 * Examples in <example> tags, and pairs of "Input: …" and "Output: …" lines. A single pair counts only under
 * a heading that says so: alone it may be the question itself.
 */
export function examplesIn(text: string): FoundExamples {
  const tagged = taggedExamples(text);
  return tagged.examples.length > 0 ? tagged : pairedExamples(text);
}

function taggedExamples(text: string): FoundExamples {
  const found: FoundExamples = { examples: [], ranges: [] };
  for (const match of text.matchAll(TAGGED)) {
    const sides = SIDES.exec(match[1] ?? "");
    const [input, output] = [sides?.[1]?.trim() ?? "", sides?.[2]?.trim() ?? ""];
    if (sides === null || (input === "" && output === "")) continue;
    found.examples.push({ input, output });
    found.ranges.push(withHeading(text, match.index, match.index + match[0].length));
  }
  return found;
}

function pairedExamples(text: string): FoundExamples {
  const found: FoundExamples = { examples: [], ranges: [] };
  const lines = [...text.matchAll(/[^\n]+/g)];
  for (const [index, line] of lines.entries()) {
    const input = INPUT.exec(line[0].trim())?.[1];
    const next = lines[index + 1];
    const output = next === undefined ? undefined : OUTPUT.exec(next[0].trim())?.[1];
    if (input === undefined || output === undefined || next === undefined) continue;
    // An output of several lines has no certain end.
    const after = text.slice(next.index + next[0].length);
    if (!/^\s*$|^[ \t]*\n[ \t]*\n|^[ \t]*\n\s*(?:[-*] )?(?:\*\*)?(?:input|example)\b/i.test(after)) continue;
    found.examples.push({ input: input.trim(), output: output.trim() });
    found.ranges.push(withHeading(text, line.index, next.index + next[0].length));
  }
  const [first] = found.ranges;
  const headed = first !== undefined && HEADING.test(text.slice(first.start).split("\n", 1)[0]?.trim() ?? "");
  return found.examples.length >= 2 || headed ? found : { examples: [], ranges: [] };
}

/** The range together with a line "Examples:" right above it. */
function withHeading(text: string, start: number, end: number): { start: number; end: number } {
  const above = text.slice(Math.max(0, start - 200), start).trimEnd();
  const line = above.slice(above.lastIndexOf("\n") + 1);
  return HEADING.test(line.trim()) ? { start: text.lastIndexOf(line, start - 1), end } : { start, end };
}
