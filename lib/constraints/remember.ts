/** What one remembered text weighs beside its characters. */
const ENTRY_CHARS = 16;

export interface Memory<Value> {
  get(text: string): Value | undefined;
  set(text: string, value: Value): void;
}

/**
 * What was found out about the last texts. `maxChars` bounds the texts that are kept, not what was found: when half of
 * it is full, the half before is forgotten, so that a text is still known when its variants come.
 */
export function memory<Value>(maxChars = 600_000): Memory<Value> {
  let recent = new Map<string, Value>();
  let before = new Map<string, Value>();
  let chars = 0;
  return {
    get: (text) => (recent.has(text) ? recent.get(text) : before.get(text)),
    set(text, value) {
      const weight = text.length + ENTRY_CHARS;
      if (weight > maxChars / 2) return;
      if (chars + weight > maxChars / 2) {
        before = recent;
        recent = new Map();
        chars = 0;
      }
      recent.set(unlinked(text), value);
      chars += weight;
    },
  };
}

/** A copy: part of a text that was cut out of it keeps the whole of it in memory. */
function unlinked(text: string): string {
  return ` ${text}`.slice(1);
}

/**
 * The same function with a memory of the last texts, for what comes again and again: the words of a language, a block
 * that the variants of the loose reading share.
 */
export function remember<Value>(
  compute: (text: string) => Value,
  maxChars?: number,
): (text: string) => Value {
  const known = memory<Value>(maxChars);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}
