import { useEffect } from "react";
import { usePlaygroundStore } from "./context.tsx";
import { forgetDraft, readDraft, saveDraft } from "./draft.ts";

const PAUSE_MS = 300;

/** Brings back what was being written, and keeps it from then on. */
export function useDraft(): void {
  const store = usePlaygroundStore();
  useEffect(() => {
    const { place } = store.getState();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      timer = undefined;
      const { comparison, initial } = store.getState();
      if (comparison === initial) forgetDraft(place);
      else saveDraft(place, comparison);
    };
    const flush = () => {
      if (timer !== undefined) save();
    };
    const stopWatching = store.subscribe((state, earlier) => {
      if (state.comparison === earlier.comparison) return;
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE_MS);
    });
    addEventListener("pagehide", flush);

    const draft = readDraft(place);
    const untouched = store.getState().comparison;
    if (draft !== null) {
      void store
        .getState()
        .loadEngine()
        .then((engine) => {
          // Whoever has typed meanwhile keeps what they typed.
          const { comparison, initial } = store.getState();
          if (comparison === untouched || comparison === initial) {
            store.getState().replaceComparison(engine.restore(draft));
          }
        });
    }
    return () => {
      flush();
      stopWatching();
      removeEventListener("pagehide", flush);
    };
  }, [store]);
}
