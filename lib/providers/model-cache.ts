import type { ListedModel } from "./types.ts";

/** What asking a provider for its models came to. */
export type ListOutcome = { models: ListedModel[] } | { problem: string };

/** Remembers outcomes by key. People who ask while an answer is on its way share it. */
export interface ModelCache {
  /** @param keptMs how long an outcome is good for, ms, counted from when it arrived */
  get(
    key: string,
    load: () => Promise<ListOutcome>,
    keptMs: (outcome: ListOutcome) => number,
  ): Promise<ListOutcome>;
}

/** Own keys come and go: the oldest entries give way. */
const MOST_ENTRIES = 500;

export function createModelCache(now: () => number = Date.now): ModelCache {
  const entries = new Map<string, { outcome: Promise<ListOutcome>; goodUntil: number }>();
  return {
    get(key, load, keptMs) {
      const kept = entries.get(key);
      if (kept !== undefined && now() < kept.goodUntil) return kept.outcome;
      const entry = { outcome: load(), goodUntil: Number.POSITIVE_INFINITY };
      entries.delete(key);
      entries.set(key, entry);
      const [oldest] = entries.keys();
      if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
      entry.outcome.then(
        (outcome) => {
          entry.goodUntil = now() + keptMs(outcome);
        },
        () => {
          if (entries.get(key) === entry) entries.delete(key);
        },
      );
      return entry.outcome;
    },
  };
}
