import type { Comparison } from "#lib/comparison/schema.ts";

const KEY = "afterprompt.draft";

/** Keeps what is being written, without any key: keys never reach the document. */
export function saveDraft(comparison: Comparison): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(comparison));
  } catch {
    // Storage is full or switched off: writing goes on, only a reload would lose it.
  }
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was stored either.
  }
}

/** What was kept, as JSON that may be old or damaged; null when there is nothing. */
export function readDraft(): unknown {
  try {
    const json = localStorage.getItem(KEY);
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
