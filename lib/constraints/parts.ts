import type { Span } from "./types.ts";

/** A piece of a text with the space around it cut off; `empty` when nothing is left. */
export interface Part extends Span {
  empty: boolean;
}

function trimmed(text: string, start: number, end: number): Part {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return piece.trim() === ""
    ? { start, end: start, empty: true }
    : { start: from, end: start + piece.trimEnd().length, empty: false };
}

/** The pieces between the dividers, the empty ones too. */
export function partsBetween(text: string, divider: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (let at = text.indexOf(divider); at !== -1; at = text.indexOf(divider, start)) {
    parts.push(trimmed(text, start, at));
    start = at + divider.length;
  }
  parts.push(trimmed(text, start, text.length));
  return parts;
}

/** Blocks of text with blank lines between them; none of them empty. */
export function paragraphsOf(text: string): Part[] {
  const parts: Part[] = [];
  let open: number | null = null;
  let offset = 0;
  for (const line of [...text.split("\n"), ""]) {
    const blank = line.trim() === "";
    if (blank && open !== null) parts.push(trimmed(text, open, offset));
    if (blank) open = null;
    else open ??= offset;
    offset += line.length + 1;
  }
  return parts;
}
