/** What one remembered text weighs beside its characters. */
const ENTRY_CHARS = 16;

/**
 * The same function with a memory of the last texts. The variants of the loose reading share nearly all of
 * their lines, so that with it they cost little more than one text. `maxChars` bounds what is kept.
 */
export function remember<Value>(
  compute: (text: string) => Value,
  maxChars = 500_000,
): (text: string) => Value {
  const known = new Map<string, Value>();
  let chars = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = compute(text);
    const weight = text.length + ENTRY_CHARS;
    if (chars + weight > maxChars) {
      known.clear();
      chars = 0;
    }
    if (weight <= maxChars) {
      known.set(text, value);
      chars += weight;
    }
    return value;
  };
}
