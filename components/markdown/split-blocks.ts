import { FIRST_LINE, type LineState, readLine } from "./line-state.ts";

/** A piece is closed at the first safe place after this many characters. */
export const PIECE_CHARS = 1_000;
/** A block, or a line, beyond this many characters is shown as it was written. */
export const PLAIN_CHARS = 10_000;
/** Text shown as it was written is cut into pieces of at most this many characters. */
const PLAIN_PIECE_CHARS = 4_000;

/** markdown: parsed on its own. plain: shown as it was written. code: likewise, and it lies inside a fence. */
export type PieceKind = "markdown" | "plain" | "code";

export interface Piece {
  /** Where it starts in the text, characters: its identity while the text grows. */
  at: number;
  kind: PieceKind;
  text: string;
}

/** `settled` never changes while the text grows; all pieces and the tail, joined, are the text. */
export interface Split {
  settled: readonly Piece[];
  tail: Piece;
}

interface Progress {
  settled: Piece[];
  /** Characters in `settled`. */
  settledChars: number;
  /** Where the next line to be read starts. */
  position: number;
  line: LineState;
  /** Set while the open block is one that outgrew PLAIN_CHARS. */
  plain: "plain" | "code" | null;
}

/**
 * Cuts markdown where one top-level block has ended and the next begins, so that each piece is parsed once and the
 * pieces together show what the whole would. Only complete lines decide. Definitions of links and footnotes do not
 * reach into other pieces. What an earlier, shorter `text` settled is not read again.
 */
export function createBlockSplitter(pieceChars = PIECE_CHARS): (text: string) => Split {
  let seen = "";
  let progress = start();
  return (text) => {
    if (!text.startsWith(seen)) progress = start();
    seen = text;
    readLines(progress, text, pieceChars);
    return {
      settled: [...progress.settled],
      tail: {
        at: progress.settledChars,
        kind: progress.plain ?? "markdown",
        text: text.slice(progress.settledChars),
      },
    };
  };
}

/** The pieces of a text that is complete. */
export function splitBlocks(text: string, pieceChars?: number): Piece[] {
  const { settled, tail } = createBlockSplitter(pieceChars)(text);
  return tail.text === "" ? [...settled] : [...settled, tail];
}

function start(): Progress {
  return { settled: [], settledChars: 0, position: 0, line: FIRST_LINE, plain: null };
}

function readLines(progress: Progress, text: string, pieceChars: number): void {
  for (;;) {
    const end = text.indexOf("\n", progress.position);
    if (end === -1) break;
    const { boundary, next } = readLine(progress.line, text.slice(progress.position, end));
    const waiting = progress.position - progress.settledChars;
    if (boundary && (waiting >= pieceChars || progress.plain)) {
      settle(progress, text, progress.position);
      progress.plain = null;
    }
    progress.line = next;
    progress.position = end + 1;
    settleOversize(progress, text, progress.position);
  }
  settleOversize(progress, text, text.length);
}

/** A block too large to be parsed again and again goes out as it is, in pieces, up to `end`. */
function settleOversize(progress: Progress, text: string, end: number): void {
  if (end - progress.settledChars > PLAIN_CHARS) progress.plain ??= progress.line.fence ? "code" : "plain";
  if (!progress.plain) return;
  while (end - progress.settledChars > PLAIN_PIECE_CHARS) {
    settle(progress, text, plainEnd(text, progress.settledChars));
  }
}

function settle(progress: Progress, text: string, end: number): void {
  if (end <= progress.settledChars) return;
  progress.settled.push({
    at: progress.settledChars,
    kind: progress.plain ?? "markdown",
    text: text.slice(progress.settledChars, end),
  });
  progress.settledChars = end;
}

/** After a line if one ends in time, else after a space, else anywhere but inside a surrogate pair. */
function plainEnd(text: string, from: number): number {
  const limit = from + PLAIN_PIECE_CHARS;
  for (const separator of ["\n", " "]) {
    const at = text.lastIndexOf(separator, limit - 1);
    if (at > from) return at + 1;
  }
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit;
}
