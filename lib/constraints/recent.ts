/** An answer and its variants of the loose reading come one after another; so do an answer and the same some words later. */
const KEPT = 4;
/** What belongs to a longer text is not kept, characters. */
const KEPT_CHARS = 300_000;

/** What belongs to the last few texts, the last one first. */
export interface Recent<Entry extends { text: string }> {
  entries(): readonly Entry[];
  add(entry: Entry): void;
}

/** Room for what belongs to the last four texts of up to 300,000 characters. */
export function recent<Entry extends { text: string }>(): Recent<Entry> {
  let kept: readonly Entry[] = [];
  return {
    entries: () => kept,
    add(entry) {
      if (entry.text.length <= KEPT_CHARS) kept = [entry, ...kept.slice(0, KEPT - 1)];
    },
  };
}
