import type { Span } from "./types.ts";

/** One line without its line break; `fence` marks the ``` lines, `code` the lines between them. */
export interface MarkedLine extends Span {
  text: string;
  role: "text" | "fence" | "code";
}

const OPENING = /^[ \t]*(`{3,}|~{3,})/;

/** Splits at LF and tells code from prose. A fence that is never closed runs to the end, as in Markdown. */
export function markedLines(text: string): MarkedLine[] {
  const lines: MarkedLine[] = [];
  let open: string | null = null;
  let start = 0;
  for (const line of text.split("\n")) {
    const marker = line.includes("```") || line.includes("~~~") ? OPENING.exec(line)?.[1] : undefined;
    const closes = open && marker?.startsWith(open) && line.trim() === marker;
    const role =
      closes || (open === null && marker !== undefined) ? "fence" : open === null ? "text" : "code";
    if (closes) open = null;
    else if (open === null && marker !== undefined) open = marker;
    lines.push({ text: line, start, end: start + line.length, role });
    start += line.length + 1;
  }
  return lines;
}

const FENCE = /[ \t]*(`{3,}|~{3,})/y;

/** Where the next "```" or "~~~" stands, from `from` on; -1 for none. */
function nextMarker(text: string, from: number, known: { ticks: number; waves: number }): number {
  if (known.ticks !== -1 && known.ticks < from) known.ticks = text.indexOf("```", from);
  if (known.waves !== -1 && known.waves < from) known.waves = text.indexOf("~~~", from);
  const { ticks, waves } = known;
  return ticks === -1 || waves === -1 ? Math.max(ticks, waves) : Math.min(ticks, waves);
}

/** The text with its ``` lines blanked out, same length: a fence is markup, what it holds is text. */
export function withoutFences(text: string): string {
  const known = { ticks: text.indexOf("```"), waves: text.indexOf("~~~") };
  let open: string | null = null;
  let kept = "";
  let from = 0;
  for (let at = nextMarker(text, 0, known); at !== -1; ) {
    const start = text.lastIndexOf("\n", at) + 1;
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline;
    FENCE.lastIndex = start;
    const marker = FENCE.exec(text)?.[1];
    if (
      marker !== undefined &&
      (open === null || (marker.startsWith(open) && text.slice(start, end).trim() === marker))
    ) {
      open = open === null ? marker : null;
      kept += text.slice(from, start) + " ".repeat(end - start);
      from = end;
    }
    at = nextMarker(text, end, known);
  }
  return kept === "" ? text : kept + text.slice(from);
}
