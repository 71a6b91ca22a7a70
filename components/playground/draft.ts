import type { Comparison } from "#lib/comparison/schema.ts";

const KEY = "afterprompt.draft";
const ORDER_KEY = "afterprompt.drafts";
/** Drafts of opened lessons, cards and copies that are kept; the one that was written on longest ago goes first. */
const KEPT_DRAFTS = 20;

/**
 * Keeps what is being written, without any key: keys never reach the document. Each place has a draft of its own,
 * so that opening one thing never costs what was written in another; "" is the playground's own.
 */
export function saveDraft(place: string, comparison: Comparison): void {
  try {
    makeRoom(place);
    localStorage.setItem(keyOf(place), JSON.stringify(comparison));
  } catch {
    // Storage is full or switched off: writing goes on, only a reload would lose it.
  }
}

export function forgetDraft(place: string): void {
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    // Nothing was stored either.
  }
}

/** What was kept, as JSON that may be old or damaged; null when there is nothing. */
export function readDraft(place: string): unknown {
  try {
    const json = localStorage.getItem(keyOf(place));
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}

function keyOf(place: string): string {
  return place === "" ? KEY : `${KEY}.${place}`;
}

/** The playground's own draft is never dropped for another. */
function makeRoom(place: string): void {
  if (place === "") return;
  const order = [...placesInOrder().filter((other) => other !== place), place];
  for (const dropped of order.splice(0, order.length - KEPT_DRAFTS)) localStorage.removeItem(keyOf(dropped));
  localStorage.setItem(ORDER_KEY, JSON.stringify(order));
}

function placesInOrder(): string[] {
  const order: unknown = JSON.parse(localStorage.getItem(ORDER_KEY) ?? "[]");
  return Array.isArray(order) ? order.filter((place) => typeof place === "string") : [];
}
