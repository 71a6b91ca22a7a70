import type { Comparison } from "#lib/comparison/schema.ts";

const KEY = "afterprompt.draft";
const EARLIER_KEY = "afterprompt.earlier-draft";
const ORDER_KEY = "afterprompt.drafts";
/** Drafts of opened lessons, cards and copies that are kept; the one that was written on longest ago goes first. */
const KEPT_DRAFTS = 20;
/** A tab that started over holds nothing; without a word of it, a reload would bring what another tab wrote. */
const NOTHING = "null";

/**
 * Keeps what is being written, without any key: keys never reach the document. Each place has a draft of its own,
 * so that opening one thing never costs what was written in another; "" is the playground's own. It is kept twice:
 * for this tab, which finds its own again whatever is written in others, and for the tab that is opened next.
 */
export function saveDraft(place: string, comparison: Comparison): void {
  const json = JSON.stringify(comparison);
  holdInTab(place, json);
  try {
    makeRoom(place);
    localStorage.setItem(keyOf(place), json);
  } catch {
    // Storage is full or switched off: writing goes on, only a tab opened later would not find it.
  }
}

/** Forgets what this tab holds. What another tab wrote meanwhile stays for the tab that is opened next. */
export function forgetDraft(place: string): void {
  const held = heldInTab(place);
  holdInTab(place, NOTHING);
  try {
    if (held === null || held === localStorage.getItem(keyOf(place))) localStorage.removeItem(keyOf(place));
  } catch {
    // Nothing was stored either.
  }
}

/** What is to come back, as `readDraft` has it; from then on it is this tab's own, whatever is written in others. */
export function takeDraft(place: string): unknown {
  const draft = readDraft(place);
  try {
    const json = localStorage.getItem(keyOf(place));
    if (json !== null && heldInTab(place) === null) holdInTab(place, json);
  } catch {
    // What this tab holds is all there is.
  }
  return draft;
}

/** This tab's own draft, or else the one written last in any tab: JSON that may be old or damaged; null = nothing. */
export function readDraft(place: string): unknown {
  try {
    const json = heldInTab(place) ?? localStorage.getItem(keyOf(place));
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}

function heldInTab(place: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(place));
  } catch {
    return null;
  }
}

function holdInTab(place: string, json: string): void {
  try {
    // What was held before must not outlive what could not be stored: it would come back in the newer one's place.
    sessionStorage.removeItem(keyOf(place));
    sessionStorage.setItem(keyOf(place), json);
  } catch {
    // Full or switched off: a reload finds what was written last in any tab.
  }
}

/**
 * Keeps the stored draft under a second key, before what was typed meanwhile takes its place. False when there was no
 * room for it: then it has to stay where it is.
 */
export function setDraftAside(place: string): boolean {
  const draft = readDraft(place);
  return draft === null || writeEarlier(place, [...earlierDrafts(place), draft]);
}

/** The draft that was set aside last, as JSON that may be old or damaged; null when there is none. */
export function readEarlier(place: string): unknown {
  return earlierDrafts(place).at(-1) ?? null;
}

/** Puts `written` in the place of the draft that was set aside last; null forgets that one. False when there was no room. */
export function replaceEarlier(place: string, written: Comparison | null): boolean {
  const others = earlierDrafts(place).slice(0, -1);
  return writeEarlier(place, written === null ? others : [...others, written]);
}

function earlierDrafts(place: string): unknown[] {
  try {
    const drafts: unknown = JSON.parse(localStorage.getItem(keyOf(place, EARLIER_KEY)) ?? "[]");
    return Array.isArray(drafts) ? drafts : [];
  } catch {
    return [];
  }
}

function writeEarlier(place: string, drafts: readonly unknown[]): boolean {
  try {
    if (drafts.length === 0) localStorage.removeItem(keyOf(place, EARLIER_KEY));
    else localStorage.setItem(keyOf(place, EARLIER_KEY), JSON.stringify(drafts));
    return true;
  } catch {
    return false;
  }
}

function keyOf(place: string, key = KEY): string {
  return place === "" ? key : `${key}.${place}`;
}

/** The playground's own draft is never dropped for another. */
function makeRoom(place: string): void {
  if (place === "") return;
  const order = [...placesInOrder().filter((other) => other !== place), place];
  for (const dropped of order.splice(0, order.length - KEPT_DRAFTS)) {
    localStorage.removeItem(keyOf(dropped));
    localStorage.removeItem(keyOf(dropped, EARLIER_KEY));
    dropFromTab(dropped);
  }
  localStorage.setItem(ORDER_KEY, JSON.stringify(order));
}

function dropFromTab(place: string): void {
  try {
    sessionStorage.removeItem(keyOf(place));
  } catch {
    // Nothing is held there either.
  }
}

function placesInOrder(): string[] {
  const order: unknown = JSON.parse(localStorage.getItem(ORDER_KEY) ?? "[]");
  return Array.isArray(order) ? order.filter((place) => typeof place === "string") : [];
}
