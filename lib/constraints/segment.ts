import { withoutFences } from "./code-fence.ts";
import { placesOf, wordsOf } from "./piece-words.ts";
import { plainWords } from "./plain-words.ts";
import { remember } from "./remember.ts";
import { END_SIGN, goesOnBehind, sureEnd } from "./sentence-end.ts";
import { linePieces, stableCuts, stableEnds } from "./stable-pieces.ts";
import { pieceBatches } from "./text-pieces.ts";
import type { Span } from "./types.ts";

/** The words of a text, one at a time, in any script. "don’t" is one word, "state-of-the-art" four; ``` lines have none. */
export function* eachWord(text: string): Generator<Span> {
  for (const batch of pieceBatches(text)) {
    for (const words of wordsOf(batch)) {
      const places = placesOf(words);
      for (let index = 0; index < places.length; index += 2)
        yield {
          start: words.offset + (places[index] ?? 0),
          end: words.offset + (places[index + 1] ?? 0),
        };
    }
  }
}

/** Where the words of a text stand, all of them. */
export function wordSpans(text: string): Span[] {
  return [...eachWord(text)];
}

/** How many words `wordSpans` finds; counting may end soon after `enough`. */
export function countWords(text: string, enough = Number.POSITIVE_INFINITY): number {
  const plain = countPlainWords(withoutFences(text));
  if (plain !== null) return plain;
  let count = 0;
  for (const batch of pieceBatches(text)) {
    for (const words of wordsOf(batch)) count += words.count;
    if (count > enough) return count;
  }
  return count;
}

const NOT_PLAIN = -1;
const plainCount = remember((lines) => plainWords(lines) ?? NOT_PLAIN);

/** How many words a text has, all of whose signs are plain; null for any other. */
function countPlainWords(text: string): number | null {
  let count = 0;
  for (const piece of linePieces(text)) {
    const found = plainCount(piece);
    if (found === NOT_PLAIN) return null;
    count += found;
  }
  return count;
}

/** Where the word number `n` (from 0) begins; null when there are not so many. */
export function wordStart(text: string, n: number): number | null {
  let left = n;
  for (const batch of pieceBatches(text)) {
    for (const words of wordsOf(batch)) {
      if (left < words.count) return words.offset + (placesOf(words)[2 * left] ?? 0);
      left -= words.count;
    }
  }
  return null;
}

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

/**
 * Where the sentences stand. A blank line, a heading and a list item end one; a line break inside a
 * paragraph does not, so a poem without full stops is one sentence a stanza.
 */
export function sentenceSpans(text: string): Span[] {
  return [...sentenceGroups(text)].flatMap(({ offset, spans }) =>
    spans.map(({ start, end }) => ({ start: offset + start, end: offset + end })),
  );
}

/** How many sentences `sentenceSpans` finds; counting may end soon after `enough`. */
export function countSentences(text: string, enough = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (const { spans } of sentenceGroups(text)) {
    count += spans.length;
    if (count > enough) break;
  }
  return count;
}

/** A blank line ends a paragraph; a piece has about so many. */
const PARAGRAPHS_A_PIECE = 8;
/** A longer block is read in pieces as well, of about so many sentences. */
const LONG_BLOCK_CHARS = 4_000;
const SENTENCES_A_PIECE = 24;

interface Group {
  offset: number;
  /** Places from the offset on. */
  spans: readonly Span[];
}

/** A blank line ends every sentence, so that a text can be read in pieces cut at some of them. */
function* sentenceGroups(text: string): Generator<Group> {
  const prose = withoutFences(text);
  const starts = paragraphGroups(prose);
  for (const [index, offset] of starts.entries())
    yield { offset, spans: sentencesBetweenBlanks(prose.slice(offset, starts[index + 1])) };
}

/** A text without its ``` lines in pieces of some paragraphs, as starts of them; no sentence goes from one to the next. */
export function paragraphGroups(prose: string): number[] {
  return stableCuts(prose, "\n\n", PARAGRAPHS_A_PIECE);
}

/** How many sentences there are in one of those pieces. */
export function sentencesInGroup(piece: string): number {
  return sentencesBetweenBlanks(piece).length;
}

const sentencesBetweenBlanks = remember((piece): readonly Span[] =>
  blocks(piece).flatMap((block) => {
    const within = piece.slice(block.start, block.end);
    const starts =
      within.length < LONG_BLOCK_CHARS ? [0] : stableEnds(within, END_SIGN, SENTENCES_A_PIECE, sureEnd);
    return starts.flatMap((offset, index) =>
      sentencesIn(within.slice(offset, starts[index + 1])).map(({ start, end }) => ({
        start: block.start + offset + start,
        end: block.start + offset + end,
      })),
    );
  }),
);

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

/** In Greek a semicolon is the question mark. */
function questionMarked(block: string): string {
  return block.includes(";") ? block.replace(/(?<=\p{Script=Greek}[\p{M}”»"]?);/gu, "?") : block;
}

/** The sentences of a block, or of a part of one that ends with a sentence, by their places in it. */
const sentencesIn = remember((block): readonly Span[] => {
  const spans: Span[] = [];
  let open: Span | null = null;
  let previous = "";
  for (const { segment, index } of SENTENCES.segment(questionMarked(block).replaceAll("\n", " "))) {
    const start = index + (segment.length - segment.trimStart().length);
    const end = index + segment.trimEnd().length;
    const goesOn = goesOnBehind(previous, segment);
    previous = segment;
    if (open !== null && (goesOn || !LETTER_OR_NUMBER.test(segment))) open.end = Math.max(open.end, end);
    else if (LETTER_OR_NUMBER.test(segment)) {
      open = { start, end };
      spans.push(open);
    }
  }
  return spans;
});
