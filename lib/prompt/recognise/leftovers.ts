/** What became of one stretch of the input. Pieces come in order and tile it except for white space. */
export interface Piece {
  start: number;
  end: number;
  /** What stays; empty when all of it went into a part. */
  text: string;
  /** Stood under the heading "Task". */
  task: boolean;
}

/**
 * The words that stay, in order. What stood under "Task" is the task; without such a heading the task is the
 * first run of sentences that nothing was taken out from between, and the rest is extra.
 */
export function leftovers(text: string, pieces: readonly Piece[]): { task: string; extra: string } {
  const named = pieces.some((piece) => piece.task && piece.text !== "");
  const firstStays = pieces.findIndex((piece) => piece.text !== "");
  const gap = pieces.findIndex((piece, index) => index > firstStays && piece.text === "");
  const isTask = (piece: Piece, index: number) => (named ? piece.task : gap === -1 || index < gap);
  const all = pieces.map((piece, index) => ({ ...piece, inTask: isTask(piece, index) }));
  return {
    task: joined(text, all, (piece) => piece.inTask),
    extra: joined(text, all, (piece) => !piece.inTask),
  };
}

/** Joins the pieces with the white space that stood between them: the widest, where something was taken out. */
function joined<P extends Piece>(text: string, pieces: readonly P[], wanted: (piece: P) => boolean): string {
  let result = "";
  let end = 0;
  let space = "";
  let skipped = false;
  for (const piece of pieces) {
    const between = text.slice(end, piece.start);
    space = skipped ? wider(space, between) : between;
    end = piece.end;
    if (piece.text === "" || !wanted(piece)) {
      skipped = true;
      continue;
    }
    result += result === "" ? piece.text : space + piece.text;
    skipped = false;
  }
  return result.trim();
}

function wider(first: string, second: string): string {
  const breaks = (space: string) => Math.min(space.split("\n").length - 1, 2);
  const most = Math.max(breaks(first), breaks(second));
  return most === 0 ? " " : "\n".repeat(most);
}
