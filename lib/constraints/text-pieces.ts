import { withoutFences } from "./code-fence.ts";

/** A line, or a part of a very long one: it has its words to itself. */
export interface Piece {
  offset: number;
  text: string;
}

/** About how long a part of a long line is, characters. */
const PIECE_CHARS = 1_000;
/** A long line is cut behind one of these; a new word begins there whatever stands before. */
const CUT = /[。！？、，；।۔؟، ]/g;
/** About how long a batch is, characters. */
const BATCH_CHARS = 8_000;

function* pieces(text: string): Generator<Piece> {
  let offset = 0;
  for (const line of withoutFences(text).split("\n")) {
    let start = 0;
    while (line.length - start > 2 * PIECE_CHARS) {
      CUT.lastIndex = start + PIECE_CHARS;
      const cut = CUT.exec(line);
      if (cut === null) break;
      yield { offset: offset + start, text: line.slice(start, cut.index + 1) };
      start = cut.index + 1;
    }
    yield { offset: offset + start, text: start === 0 ? line : line.slice(start) };
    offset += line.length + 1;
  }
}

/** The pieces of a text without its ``` lines, some thousand characters at a time. */
export function* pieceBatches(text: string): Generator<readonly Piece[]> {
  let batch: Piece[] = [];
  let chars = 0;
  for (const piece of pieces(text)) {
    batch.push(piece);
    chars += piece.text.length;
    if (chars < BATCH_CHARS) continue;
    yield batch;
    [batch, chars] = [[], 0];
  }
  yield batch;
}
