import { type MarkedLine, markedLines } from "./code-fence.ts";
import { isRule, itemMarker } from "./list-item.ts";
import { matchSpans } from "./match-spans.ts";
import type { Span } from "./types.ts";

/** One piece of Markdown and where it stands. */
export interface MarkdownSign extends Span {
  sign:
    | "heading"
    | "list item"
    | "code block"
    | "quote"
    | "rule"
    | "table"
    | "bold"
    | "italic"
    | "code"
    | "link";
}

const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
const TABLE_SIGNS = /^[-:| \t]*$/;
const TABLE_START = /^[ \t]*(?:\|[ \t]*)?:?--/;

/** Each pattern looks at one line and never past the next sign of its own kind, so a long line costs no more than its length. */
const INLINE: readonly { sign: MarkdownSign["sign"]; pattern: RegExp }[] = [
  {
    sign: "bold",
    pattern: /\*\*(?=[^\s*])[^*]+\*\*|(?<![\p{L}\p{N}_])__(?=[^\s_])[^_]+__(?![\p{L}\p{N}_])/gu,
  },
  { sign: "italic", pattern: /(?<![\p{L}\p{N}*])\*(?=[^\s*])[^*]+(?<!\s)\*(?![\p{L}\p{N}*])/gu },
  { sign: "italic", pattern: /(?<![\p{L}\p{N}_])_(?=[^\s_])[^_]+(?<!\s)_(?![\p{L}\p{N}_])/gu },
  { sign: "code", pattern: /`[^`]+`/g },
  { sign: "link", pattern: /\[[^[\]]*\]\([^()[\]\s]*\)/g },
];

/** Everything in the text that a Markdown reader would draw differently, in the order of the text; found one at a time. */
export function* markdownSigns(text: string): Generator<MarkdownSign> {
  for (const { previous, line, next } of withNeighbours(markedLines(text))) {
    const sign = lineSign(line, previous, next);
    if (sign !== null) yield { sign, start: line.start, end: line.end };
    if (line.role === "text" && sign !== "rule") yield* inlineSigns(line);
  }
}

interface Neighbours {
  previous: MarkedLine | undefined;
  line: MarkedLine;
  next: MarkedLine | undefined;
}

function* withNeighbours(lines: Iterable<MarkedLine>): Generator<Neighbours> {
  let previous: MarkedLine | undefined;
  let line: MarkedLine | undefined;
  for (const next of lines) {
    if (line !== undefined) yield { previous, line, next };
    [previous, line] = [line, next];
  }
  if (line !== undefined) yield { previous, line, next: undefined };
}

function lineSign(
  line: MarkedLine,
  previous: MarkedLine | undefined,
  next: MarkedLine | undefined,
): MarkdownSign["sign"] | null {
  if (line.role === "fence")
    return previous?.role === "code" || previous?.role === "fence" ? null : "code block";
  if (line.role === "code") return null;
  if (isHeading(line, next)) return "heading";
  if (/^ {0,3}>/.test(line.text)) return "quote";
  if (isTableRule(line.text)) return "table";
  if (UNDERLINE.test(line.text) && isParagraph(previous)) return null;
  if (isRule(line.text)) return "rule";
  const marker = itemMarker(line.text);
  return marker !== null && ["-", "*", "+", "1."].includes(marker) ? "list item" : null;
}

/** "|---|---|"; its two patterns are apart because together they would try every place where one could end. */
function isTableRule(line: string): boolean {
  return line.includes("|") && TABLE_SIGNS.test(line) && TABLE_START.test(line);
}

/** "# Title", or a line of text underlined with "===" or "---". */
export function isHeading(line: MarkedLine, next: MarkedLine | undefined): boolean {
  if (line.role !== "text") return false;
  if (HEADING.test(line.text)) return true;
  return isParagraph(line) && next?.role === "text" && UNDERLINE.test(next.text);
}

function isParagraph(line: MarkedLine | undefined): boolean {
  return (
    line?.role === "text" && line.text.trim() !== "" && itemMarker(line.text) === null && !isRule(line.text)
  );
}

/** Without one of these a line has nothing inside it to draw. */
const ANY_INLINE = /[*_`[]/;

function inlineSigns(line: MarkedLine): MarkdownSign[] {
  if (!ANY_INLINE.test(line.text)) return [];
  return INLINE.flatMap(({ sign, pattern }) =>
    matchSpans(pattern, line.text, line.start).map((span) => ({ sign, ...span })),
  );
}
