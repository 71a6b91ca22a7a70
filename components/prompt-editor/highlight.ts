import { PLACEHOLDER } from "#lib/prompt/placeholder.ts";

/** A stretch of text and what it is, for the layer behind a text box. */
export interface Segment {
  /** Where it starts in the whole text. */
  start: number;
  text: string;
  kind: "plain" | "variable" | "item";
  /** Something beside the box speaks of it. */
  marked?: true;
}

/** Beyond this many characters a box is not coloured: typing has to stay fast. */
export const HIGHLIGHT_CHARS = 20_000;

/** Splits a text at its `{{variables}}`. */
export function variableSegments(text: string): Segment[] {
  return segmentsOf(text, PLACEHOLDER, "variable");
}

/** Splits a list such as "joyful, healing" into its items and what separates them. */
export function itemSegments(text: string): Segment[] {
  return segmentsOf(text, /[^\s,][^,]*?(?=\s*(?:,|$))/g, "item");
}

/** The same segments, cut at the ends of a stretch that is marked. An empty stretch marks nothing. */
export function markedSegments(
  segments: readonly Segment[],
  stretch: { start: number; end: number } | null,
): Segment[] {
  if (stretch === null) return [...segments];
  return segments.flatMap((segment) => {
    const { start, text } = segment;
    const [from, to] = [stretch.start, stretch.end].map((at) =>
      Math.min(Math.max(at - start, 0), text.length),
    );
    if (from === undefined || to === undefined || from >= to) return [segment];
    const cut = (at: number, until: number): Segment => ({
      ...segment,
      start: start + at,
      text: text.slice(at, until),
    });
    return [cut(0, from), { ...cut(from, to), marked: true as const }, cut(to, text.length)].filter(
      (piece) => piece.text !== "",
    );
  });
}

/** "joyful, healing" to its items; blanks between commas are nothing. */
export function itemsOf(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function segmentsOf(text: string, pattern: RegExp, kind: "variable" | "item"): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from)
      segments.push({ start: from, text: text.slice(from, match.index), kind: "plain" });
    segments.push({ start: match.index, text: match[0], kind });
    from = match.index + match[0].length;
  }
  if (from < text.length) segments.push({ start: from, text: text.slice(from), kind: "plain" });
  return segments;
}
