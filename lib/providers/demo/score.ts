import { createRandom, seedOf } from "./random.ts";

/** One piece of an answer and the moment it is due, ms after the call began. */
export interface Beat {
  atMs: number;
  text: string;
}

const FIRST_TOKEN_MS = { low: 250, high: 450 };
const TOKENS_PER_SECOND = { low: 60, high: 90 };
const CHARS_PER_TOKEN = 4;

/**
 * Lays a text out in time as a model would stream it: a wait of 250 to 450 ms, then words at 60 to 90
 * tokens a second, a little uneven. The same text and sample always give the same score.
 */
export function scoreOf(text: string, sampleIndex: number): Beat[] {
  const random = createRandom(seedOf(text) + sampleIndex);
  const msPerToken = 1_000 / random.between(TOKENS_PER_SECOND.low, TOKENS_PER_SECOND.high);
  let atMs = random.between(FIRST_TOKEN_MS.low, FIRST_TOKEN_MS.high);
  return wordsOf(text).map((word) => {
    const beat = { atMs, text: word };
    // 0.5 to 1.5 around the mean keeps the speed over an answer within its range.
    atMs += (word.length / CHARS_PER_TOKEN) * msPerToken * (0.5 + random.next());
    return beat;
  });
}

/** Words with the white space before them; a very long one in pieces; joined they are the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S{1,40}|\s+$/gu) ?? [];
}
