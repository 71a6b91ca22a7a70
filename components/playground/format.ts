/** Numbers for people: every one with its unit. */

export function formatUsd(usd: number): string {
  if (usd === 0) return "$0";
  if (usd >= 1) return `$${usd.toFixed(2)}`;
  // Two digits that mean something: $0.011, $0.0013.
  const decimals = Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(usd))));
  return `$${usd.toFixed(decimals)}`;
}

export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** "1 call", "10 calls". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

export function formatSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  if (seconds < 10) return `${seconds.toFixed(2)} s`;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Tokens a second of the writing itself; null when it was too short to measure. */
export function tokensPerSecond(
  outputTokens: number,
  timing: { firstTokenMs: number | null; totalMs: number },
): number | null {
  if (timing.firstTokenMs === null) return null;
  const writingMs = timing.totalMs - timing.firstTokenMs;
  return writingMs < 50 || outputTokens < 2 ? null : (outputTokens / writingMs) * 1_000;
}

/** Words between white space, counted in place: an answer may hold a megabyte. */
export function countWords(text: string): number {
  let words = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const space = code <= 32 || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0x3000;
    if (!space && !inWord) words += 1;
    inWord = !space;
  }
  return words;
}
