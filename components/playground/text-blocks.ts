/** Characters after which a block ends at the next good place. Small enough to lay out in a blink. */
const BLOCK_CHARS = 4_000;
/** Where a block ends even inside a line: one endless line has to be cut somewhere. */
const LONGEST_BLOCK_CHARS = 8_000;

export interface TextBlock {
  /** Offset in the whole text. */
  start: number;
  text: string;
}

/**
 * Splits a text into blocks that join to exactly that text, cutting after a line break where there is one.
 * A text that has only grown keeps all blocks but the last, so that a stream draws its end and nothing else.
 */
export function textBlocks(text: string, earlier: readonly TextBlock[] = []): readonly TextBlock[] {
  const blocks = earlier.slice(0, -1);
  const last = blocks.at(-1);
  let start = last === undefined ? 0 : last.start + last.text.length;
  while (text.length - start > BLOCK_CHARS) {
    const end = cutAt(text, start);
    if (end >= text.length) break;
    blocks.push({ start, text: text.slice(start, end) });
    start = end;
  }
  if (start < text.length) blocks.push({ start, text: text.slice(start) });
  return blocks;
}

function cutAt(text: string, start: number): number {
  const window = text.slice(start + BLOCK_CHARS, start + LONGEST_BLOCK_CHARS);
  const line = window.indexOf("\n");
  if (line >= 0) return start + BLOCK_CHARS + line + 1;
  if (start + LONGEST_BLOCK_CHARS >= text.length) return text.length;
  const space = window.lastIndexOf(" ");
  const end = start + (space >= 0 ? BLOCK_CHARS + space + 1 : LONGEST_BLOCK_CHARS);
  // Never between the two halves of a surrogate pair.
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code <= 0xdbff ? end + 1 : end;
}
