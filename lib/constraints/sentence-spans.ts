import { countSentencesOf, sentencesOf } from "./block-sentences.ts";
import { byPieces, cutWhere } from "./by-pieces.ts";
import { withoutFences } from "./code-fence.ts";
import { sureEnd } from "./sentence-end.ts";
import type { Span } from "./types.ts";

/** What a piece may end with: a blank line, or a sign that surely ends a sentence. */
const BETWEEN_SENTENCES = /\n\n|[.!?。！？।۔]/g;

/**
 * Where a sentence surely begins, from a place on. Not behind a "#": a heading ends with its line, and the rest of one
 * would look like a paragraph.
 */
function nextSentence(text: string, from: number): number | null {
  BETWEEN_SENTENCES.lastIndex = from;
  while (BETWEEN_SENTENCES.test(text)) {
    const end = BETWEEN_SENTENCES.lastIndex;
    if (text.charAt(end - 1) === "\n") return end;
    const start = sureEnd(text, end - 1);
    if (start === null) continue;
    const line = text.lastIndexOf("\n", end - 1) + 1;
    if (!text.slice(line, end).includes("#")) return start;
    const newline = text.indexOf("\n", end);
    BETWEEN_SENTENCES.lastIndex = newline === -1 ? text.length : newline;
  }
  return null;
}

/** The sentences of some lines, found when they are asked for; their places count from the start of the lines. */
interface Sentences {
  count(): number;
  spans(): readonly Span[];
}

function sentencesOfLines(lines: string): Sentences {
  let count: number | null = null;
  let spans: readonly Span[] | null = null;
  return {
    count() {
      count ??= blocks(lines).reduce(
        (sum, { start, end }) => sum + countSentencesOf(lines.slice(start, end)),
        0,
      );
      return count;
    },
    spans() {
      spans ??= blocks(lines).flatMap(({ start, end }) =>
        sentencesOf(lines.slice(start, end)).map((span) => ({
          start: start + span.start,
          end: start + span.end,
        })),
      );
      return spans;
    },
  };
}

const sentencePieces = byPieces(cutWhere(nextSentence), sentencesOfLines);

/**
 * Where the sentences stand. A blank line, a heading and a list item end one; a line break inside a
 * paragraph does not, so a poem without full stops is one sentence a stanza.
 */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const { start, value } of sentencePieces(withoutFences(text)))
    for (const span of value.spans()) spans.push({ start: start + span.start, end: start + span.end });
  return spans;
}

/** How many sentences `sentenceSpans` finds; counting ends soon after `enough`. */
export function countSentences(text: string, enough = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (const { value } of sentencePieces(withoutFences(text))) {
    count += value.count();
    if (count > enough) break;
  }
  return count;
}

const BLOCK_START = /^[ \t]*(?:#{1,6}[ \t]|>|(?:[-*+•‣◦–]|\p{N}{1,3}[.)])[ \t])/u;

/** A sentence is over behind one of these whatever follows, so that a block may end with its line. */
const FULL_STOPS = new Set("。！？।۔");
const PLAIN_START = /^[A-Za-z]/;

/** Runs of lines that belong together. */
function blocks(text: string): Span[] {
  const found: Span[] = [];
  let current: Span | null = null;
  let offset = 0;
  for (const line of text.split("\n")) {
    const end = offset + line.length;
    const words = line.trim();
    const plain = PLAIN_START.test(words);
    if (words === "") current = null;
    else if (current === null || (!plain && BLOCK_START.test(line))) {
      current = { start: offset, end };
      found.push(current);
    } else current.end = end;
    if (words.startsWith("#") || FULL_STOPS.has(words.charAt(words.length - 1))) current = null;
    offset = end + 1;
  }
  return found;
}
