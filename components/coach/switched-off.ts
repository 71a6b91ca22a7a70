import { useMemo, useSyncExternalStore } from "react";

const KEY = "afterprompt.coach-off";
const NOTHING = "[]";

const listeners = new Set<() => void>();
/** What holds where storage is switched off. */
let unstored = NOTHING;

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? unstored;
  } catch {
    return unstored;
  }
}

function write(ids: readonly string[]): void {
  unstored = JSON.stringify(ids);
  try {
    localStorage.setItem(KEY, unstored);
  } catch {
    // Storage is full or switched off: it holds until the page is left.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** Ids in what was stored; anything else in it is nothing. */
export function idsIn(stored: string): string[] {
  try {
    const value: unknown = JSON.parse(stored);
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];
  } catch {
    return [];
  }
}

/** The rules that this browser does not want to hear of, and how to change that. */
export function useSwitchedOff(): { off: ReadonlySet<string>; setOff: (id: string, off: boolean) => void } {
  const stored = useSyncExternalStore(subscribe, read, () => NOTHING);
  const off = useMemo(() => new Set(idsIn(stored)), [stored]);
  return {
    off,
    setOff: (id, isOff) => write([...idsIn(read()).filter((other) => other !== id), ...(isOff ? [id] : [])]),
  };
}
