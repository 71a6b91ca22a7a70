import { useSyncExternalStore } from "react";
import { type LessonProgress, NO_PROGRESS, readProgress, watchProgress } from "./progress.ts";

/** The server knows of no progress: marks appear once the page is alive. */
export function useLessonProgress(): LessonProgress {
  return useSyncExternalStore(watchProgress, readProgress, () => NO_PROGRESS);
}
