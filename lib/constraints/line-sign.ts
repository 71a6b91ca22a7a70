/** What Markdown may put before the first word of a line: "**", "## ", "> ", "- ", an opening bracket or quotation mark. */
const BEFORE = /^[\s*_#>~`\-–—+•"'“‘«([]*/u;

/** Where in the line its first words begin, behind all signs. */
export function wordsStart(line: string): number {
  return BEFORE.exec(line)?.[0].length ?? 0;
}
