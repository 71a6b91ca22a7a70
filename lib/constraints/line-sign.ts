/** What Markdown may put before the first word of a line: "**", "## ", "> ", "- ", an opening bracket or quotation mark. */
const SIGN = String.raw`[^\S\n]|[*_#>~\x60\-–—+•"'“‘«(\[]`;
const BEFORE = new RegExp(`^(?:${SIGN})*`, "u");

/** Where in the line its first words begin, behind all signs. */
export function wordsStart(line: string): number {
  return BEFORE.exec(line)?.[0].length ?? 0;
}

/** A sticky pattern for where a line starts whose first words begin like these, capitals or not. */
export function startOfLineWith(words: string): RegExp {
  const first = String.fromCodePoint(words.codePointAt(0) ?? 0);
  // Folded, "İ" is an "i"; to a pattern they are two letters.
  const letters = /[iİ]/i.test(first) ? "[iİ]" : `\\u{${first.codePointAt(0)?.toString(16)}}`;
  return new RegExp(`(?:${SIGN})*${letters}`, "iuy");
}
