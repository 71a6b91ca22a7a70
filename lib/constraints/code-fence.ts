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

const FENCE_LINE = /(?<![^\n])[ \t]*(`{3,}|~{3,})[^\n]*/g;

/** The text with its ``` lines blanked out, same length: a fence is markup, what it holds is text. */
export function withoutFences(text: string): string {
  if (!text.includes("```") && !text.includes("~~~")) return text;
  let open: string | null = null;
  let kept = "";
  let from = 0;
  for (const { 0: line, 1: marker = "", index } of text.matchAll(FENCE_LINE)) {
    if (open !== null && !(marker.startsWith(open) && line.trim() === marker)) continue;
    open = open === null ? marker : null;
    kept += text.slice(from, index) + " ".repeat(line.length);
    from = index + line.length;
  }
  return kept + text.slice(from);
}
