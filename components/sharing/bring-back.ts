import type { PlaygroundStoreApi } from "#components/playground/store.ts";
import type { FileDesk } from "./use-files.ts";

/** What a file took the place of comes back. */
export function bringBack(store: PlaygroundStoreApi, files: FileDesk): void {
  if (files.replaced === null) return;
  const { comparison, run } = files.replaced;
  const { run: shown, replaceComparison, holdAgain } = store.getState();
  replaceComparison(comparison);
  store.setState({ run, shown: [0, 0], evidence: null });
  files.setReplaced(null);
  // The file's checks may still be on their way to these answers, and a reload would find them there.
  if (run !== null && run.id === shown?.id) void holdAgain();
}
