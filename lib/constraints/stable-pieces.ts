/**
 * Whether this is one of the places that are taken, one in so many. Some of the characters around it alone tell, far
 * enough away to reach the end of a running number.
 */
function isTaken(text: string, at: number, oneIn: number): boolean {
  const sum =
    text.charCodeAt(at - 1) * 3 +
    text.charCodeAt(at - 2) * 5 +
    text.charCodeAt(at - 3) * 7 +
    text.charCodeAt(at + 2) * 11 +
    text.charCodeAt(at + 3) * 13 +
    text.charCodeAt(at + 6) * 17 +
    text.charCodeAt(at + 7) * 19;
  return sum % oneIn === 0;
}

/**
 * A text in pieces, cut behind some of its line breaks or blank lines, as starts of the pieces. Which ones depends on
 * the characters beside them: a text without its first line is cut at the same places, and what was found out about
 * its pieces is still known.
 */
export function stableCuts(text: string, mark: string, oneIn: number): number[] {
  const starts = [0];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
    const end = at + mark.length;
    if (end < text.length && isTaken(text, at, oneIn)) starts.push(end);
  }
  return starts;
}

/** About so many lines are one piece. */
const LINES_A_PIECE = 32;

/** A text in pieces of whole lines, which texts that differ in a few lines share. */
export function linePieces(text: string): string[] {
  const starts = stableCuts(text, "\n", LINES_A_PIECE);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

/** The same for a pattern of one sign; `endAt` tells where a piece ends by the sign, null where it must not. */
export function stableEnds(
  text: string,
  sign: RegExp,
  oneIn: number,
  endAt: (text: string, at: number) => number | null,
): number[] {
  const starts = [0];
  sign.lastIndex = 0;
  while (sign.test(text)) {
    const at = sign.lastIndex - 1;
    const end = isTaken(text, at, oneIn) ? endAt(text, at) : null;
    if (end !== null) starts.push(end);
  }
  return starts;
}
