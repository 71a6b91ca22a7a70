const KEY = "afterprompt.lessons";

/** What one browser knows about its lessons, by slug. */
export interface LessonProgress {
  /** Run to its end, or ticked by hand. */
  done: readonly string[];
  /** Every After answer of its task kept every rule. */
  solved: readonly string[];
}

export const NO_PROGRESS: LessonProgress = { done: [], solved: [] };

/** Storage that was never written, is damaged or is switched off knows nothing. */
export function parseProgress(json: string | null): LessonProgress {
  try {
    const stored: unknown = JSON.parse(json ?? "null");
    if (typeof stored !== "object" || stored === null) return NO_PROGRESS;
    return {
      done: slugsOf("done" in stored && stored.done),
      solved: slugsOf("solved" in stored && stored.solved),
    };
  } catch {
    return NO_PROGRESS;
  }
}

function slugsOf(value: unknown): string[] {
  return Array.isArray(value) ? [...new Set(value.filter((slug) => typeof slug === "string"))] : [];
}

export function withMark(
  progress: LessonProgress,
  mark: keyof LessonProgress,
  slug: string,
  on: boolean,
): LessonProgress {
  if (progress[mark].includes(slug) === on) return progress;
  const others = progress[mark].filter((each) => each !== slug);
  return { ...progress, [mark]: on ? [...others, slug] : others };
}

const watchers = new Set<() => void>();
let known: { json: string | null; progress: LessonProgress } | null = null;

function readJson(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The progress as it is now; the same object until it changes. */
export function readProgress(): LessonProgress {
  const json = readJson();
  if (known === null || known.json !== json) known = { json, progress: parseProgress(json) };
  return known.progress;
}

export function mark(kind: keyof LessonProgress, slug: string, on: boolean): void {
  const before = readProgress();
  const after = withMark(before, kind, slug, on);
  if (after === before) return;
  try {
    localStorage.setItem(KEY, JSON.stringify(after));
  } catch {
    // Storage is full or switched off: the mark lasts as long as the page.
    known = { json: readJson(), progress: after };
  }
  for (const tell of watchers) tell();
}

/** Tells of changes made here and in other tabs. */
export function watchProgress(tell: () => void): () => void {
  watchers.add(tell);
  addEventListener("storage", tell);
  return () => {
    watchers.delete(tell);
    removeEventListener("storage", tell);
  };
}
