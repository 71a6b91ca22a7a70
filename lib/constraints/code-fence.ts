import { recent } from "./recent.ts";
import type { Span } from "./types.ts";

/** One line without its line break; `fence` marks the ``` lines, `code` the lines between them. */
export interface MarkedLine extends Span {
  text: string;
  role: "text" | "fence" | "code";
}

const FENCE = /[ \t]*(`{3,}|~{3,})/y;

/** Where the next "```" or "~~~" stands, from `from` on; -1 for none. */
function nextMarker(text: string, from: number, known: { ticks: number; waves: number }): number {
  if (known.ticks !== -1 && known.ticks < from) known.ticks = text.indexOf("```", from);
  if (known.waves !== -1 && known.waves < from) known.waves = text.indexOf("~~~", from);
  const { ticks, waves } = known;
  return ticks === -1 || waves === -1 ? Math.max(ticks, waves) : Math.min(ticks, waves);
}

/**
 * The ``` lines of a text: what opens code and what closes it, in turn. A fence that is never closed runs to the end, as
 * in Markdown.
 */
function fenceLines(text: string): Span[] {
  const found: Span[] = [];
  const known = { ticks: text.indexOf("```"), waves: text.indexOf("~~~") };
  let open: string | null = null;
  for (let at = nextMarker(text, 0, known); at !== -1; ) {
    const start = text.lastIndexOf("\n", at) + 1;
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline;
    FENCE.lastIndex = start;
    const marker = FENCE.exec(text)?.[1];
    const opens: boolean = open === null && marker !== undefined;
    const closes = open !== null && marker?.startsWith(open) && text.slice(start, end).trim() === marker;
    if (opens || closes) {
      open = opens ? (marker ?? null) : null;
      found.push({ start, end });
    }
    at = nextMarker(text, end, known);
  }
  return found;
}

interface Blanked {
  text: string;
  prose: string;
}

const blanked = recent<Blanked>();

/** The text with its ``` lines blanked out, same length: a fence is markup, what it holds is text. */
export function withoutFences(text: string): string {
  if (!text.includes("```") && !text.includes("~~~")) return text;
  for (const known of blanked.entries()) {
    const prose = cutOff(known, text);
    if (prose !== null) return prose;
  }
  const prose = withBlanks(text);
  blanked.add({ text, prose });
  return prose;
}

/** A line and the blank ones behind it that can be cut off without changing what the other lines are. */
const WITHOUT_MARKER = /^(?:(?!```|~~~)[^\n])*\n[ \t\n]*$/;

/**
 * The text without its ``` lines, from one that it is the end of, a line less, or the first lines of; null when it is
 * neither.
 */
function cutOff({ text: whole, prose }: Blanked, text: string): string | null {
  const less = whole.length - text.length;
  if (less < 0) return null;
  if (whole.slice(less) === text && (less === 0 || WITHOUT_MARKER.test(whole.slice(0, less))))
    return prose.slice(less);
  const next = whole.charAt(text.length);
  return next === "\n" && whole.slice(0, text.length) === text ? prose.slice(0, text.length) : null;
}

function withBlanks(text: string): string {
  const fences = fenceLines(text);
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of fences) {
    kept.push(text.slice(from, start), " ".repeat(end - start));
    from = end;
  }
  kept.push(text.slice(from));
  return kept.join("");
}

/** Every line of a text, split at LF, with its role; one at a time, because often the first ones tell all. */
export function* markedLines(text: string): Generator<MarkedLine, undefined> {
  const role = roles(text);
  for (let start = 0; start <= text.length; ) {
    const line = lineAt(text, start, role);
    yield line;
    start = line.end + 1;
  }
}

/** Only the lines in which a global pattern finds something: the lines of a text cost more than a look for one sign. */
export function markedLinesWith(text: string, sign: RegExp): MarkedLine[] {
  const role = roles(text);
  const lines: MarkedLine[] = [];
  sign.lastIndex = 0;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const start = text.lastIndexOf("\n", match.index - 1) + 1;
    const line = lineAt(text, start, role);
    lines.push(line);
    sign.lastIndex = line.end;
  }
  return lines;
}

/** Only the lines that begin as a sticky pattern says. */
export function markedLinesFrom(text: string, beginning: RegExp): MarkedLine[] {
  const role = roles(text);
  const lines: MarkedLine[] = [];
  for (let start = 0, newline = 0; newline !== -1; start = newline + 1) {
    beginning.lastIndex = start;
    if (beginning.test(text)) lines.push(lineAt(text, start, role));
    newline = text.indexOf("\n", start);
  }
  return lines;
}

function lineAt(text: string, start: number, role: (start: number) => MarkedLine["role"]): MarkedLine {
  const newline = text.indexOf("\n", start);
  const end = newline === -1 ? text.length : newline;
  return { text: text.slice(start, end), start, end, role: role(start) };
}

/** Tells the role of the line that starts at a place; to be asked from the beginning on. */
function roles(text: string): (start: number) => MarkedLine["role"] {
  const fences = fenceLines(text);
  let passed = 0;
  return (start) => {
    while ((fences[passed]?.start ?? start) < start) passed += 1;
    if (fences[passed]?.start === start) return "fence";
    return passed % 2 === 1 ? "code" : "text";
  };
}
