import { remember } from "./remember.ts";
import { goesOnBehind } from "./sentence-end.ts";
import type { Span } from "./types.ts";

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
/** Latin text in which no sign ends a sentence. */
const WITHOUT_END = /^[\t\n "-\-/->@-~\u00a0-\u024f\u2010-\u2023\u2025-\u2027]*$/;

/** The sentences of a block of lines that belong together, by their places in it. */
export function sentencesOf(block: string): readonly Span[] {
  return WITHOUT_END.test(block) ? whole(block) : segmented(block);
}

/** How many there are. */
export function countSentencesOf(block: string): number {
  if (!WITHOUT_END.test(block)) return segmented(block).length;
  return LETTER_OR_NUMBER.test(block) ? 1 : 0;
}

function whole(block: string): Span[] {
  if (!LETTER_OR_NUMBER.test(block)) return [];
  return [{ start: block.length - block.trimStart().length, end: block.trimEnd().length }];
}

/** As the segmenter tells them, put together where it cuts too often. */
const segmented = remember((block): readonly Span[] => {
  const spans: Span[] = [];
  let open: Span | null = null;
  let previous = "";
  for (const { segment, index } of SENTENCES.segment(oneLine(block))) {
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

/** Line breaks do not end a sentence. In Greek a semicolon is the question mark. */
function oneLine(block: string): string {
  const text = block.replaceAll("\n", " ");
  return text.includes(";") ? text.replace(/(?<=\p{Script=Greek}[\p{M}”»"]?);/gu, "?") : text;
}
