import { type ChangeObject, diffLines, diffWordsWithSpace } from "diff";

/** One stretch of one side's text: shared with the other side, or only here. */
export interface DiffPiece {
  start: number;
  text: string;
  own: boolean;
}

/** Two texts longer than this together are compared by lines: words would take too long. */
const WORDWISE_CHARS = 60_000;
/** Comparing goes on in slices between frames and gives up after this long, ms. */
const TIMEOUT_MS = 3_000;

/**
 * What the before text and the after text do not share, for both sides. Null when they are too long or too
 * different to say. The library works in small steps between other tasks, so that nothing waits for it.
 */
export function compareTexts(
  before: string,
  after: string,
): Promise<readonly [readonly DiffPiece[], readonly DiffPiece[]] | null> {
  return new Promise((resolve) => {
    const options = {
      timeout: TIMEOUT_MS,
      callback: (changes: ChangeObject<string>[] | undefined) =>
        resolve(changes === undefined ? null : [piecesOf(changes, "removed"), piecesOf(changes, "added")]),
    };
    if (before.length + after.length <= WORDWISE_CHARS) diffWordsWithSpace(before, after, options);
    else diffLines(before, after, options);
  });
}

function piecesOf(changes: readonly ChangeObject<string>[], own: "added" | "removed"): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let start = 0;
  for (const change of changes) {
    const here = change[own];
    if ((change.added || change.removed) && !here) continue;
    pieces.push({ start, text: change.value, own: here });
    start += change.value.length;
  }
  return pieces;
}
