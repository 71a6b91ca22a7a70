import { compilePattern } from "#lib/checks/regex-check.ts";

/** A word of IFEval's data is a pattern for Python, capitals or not. @throws Error where Python would stop as well */
function matches(source: string, text: string, ignoreCapitals: boolean): { start: number; end: number }[] {
  const { pattern, problem } = compilePattern(source, ignoreCapitals);
  if (problem !== undefined) throw new Error(`${source}: ${problem}`);
  const found: { start: number; end: number }[] = [];
  const matcher = pattern.matcher(text);
  while (matcher.find()) found.push({ start: matcher.start(), end: matcher.end() });
  return found;
}

/** `len(re.findall(source, text, re.IGNORECASE))`. */
export function countPattern(source: string, text: string): number {
  return matches(source, text, true).length;
}

/** `re.search(r"\b" + source + r"\b", text, re.IGNORECASE)`, with Python's idea of a word in any script. */
export function hasPatternAsWord(source: string, text: string): boolean {
  return matches(source, text, true).some(({ start, end }) => isEdge(text, start) && isEdge(text, end));
}

/** How many parts `re.split` cuts off: at the marker with a number behind it, white space around taken along. */
export function countSections(marker: string, text: string): number {
  return matches(`(?:\\s|\\pZ)?${marker}(?:\\s|\\pZ)?\\p{Nd}+`, text, false).length;
}

function isEdge(text: string, index: number): boolean {
  const word = /[\p{L}\p{N}_]/u;
  return word.test(text.charAt(index - 1)) !== word.test(text.charAt(index));
}
