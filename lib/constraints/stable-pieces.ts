/** How far the characters reach that tell whether a cut is taken: running numbers and the words around it. */
const WINDOW_CHARS = 8;

/** Whether this is one of the places that are taken, one in so many. The characters around it alone tell. */
function isTaken(text: string, at: number, oneIn: number): boolean {
  let sum = 0;
  const end = Math.min(text.length, at + WINDOW_CHARS);
  for (let index = Math.max(0, at - WINDOW_CHARS); index < end; index += 1)
    sum = (sum * 31 + text.charCodeAt(index)) & 0xffff;
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
