import type { PlaygroundStoreApi } from "#components/playground/store.ts";
import type { FileDesk } from "./use-files.ts";

/** What a file took the place of comes back. */
export function bringBack(store: PlaygroundStoreApi, files: FileDesk): void {
  if (files.replaced === null) return;
  store.getState().replaceComparison(files.replaced.comparison);
  store.setState({ run: files.replaced.run, shown: [0, 0], evidence: null });
  files.setReplaced(null);
}
