import { forgetDraft, readEarlier, replaceEarlier, saveDraft, setDraftAside, takeDraft } from "./draft.ts";
import type { PlaygroundStoreApi } from "./store.ts";

const PAUSE_MS = 300;

/**
 * Brings back what was being written, and keeps it from then on. Whoever types before it is back keeps what they
 * typed, and the stored draft is set aside; `onEarlier` hears whether there is one. Returns what ends it.
 */
export function keepDraft(store: PlaygroundStoreApi, onEarlier: (isThere: boolean) => void): () => void {
  const { place, comparison: untouched } = store.getState();
  const draft = takeDraft(place);
  let waiting = draft !== null;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isUntouched = () => {
    const { comparison, initial } = store.getState();
    return comparison === untouched || comparison === initial;
  };
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting) {
      if (isUntouched() || !setDraftAside(place)) return;
      waiting = false;
      onEarlier(true);
    }
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

  onEarlier(readEarlier(place) !== null);
  if (draft !== null) {
    void store
      .getState()
      .loadEngine()
      .then((engine) => {
        if (over || !waiting) return;
        if (!isUntouched()) return save();
        waiting = false;
        store.getState().replaceComparison(engine.restore(draft));
        // It is stored already; to store it again would cost what another tab wrote since.
        clearTimeout(timer);
        timer = undefined;
      });
  }
  return () => {
    flush();
    over = true;
    stopWatching();
    removeEventListener("pagehide", flush);
  };
}

/** Puts the draft that was set aside onto the page; what stands there is set aside in its stead. */
export async function bringBackEarlier(store: PlaygroundStoreApi): Promise<void> {
  const { place, loadEngine } = store.getState();
  const engine = await loadEngine();
  const earlier = readEarlier(place);
  if (earlier === null) return;
  const { comparison, initial, replaceComparison } = store.getState();
  const isKept = replaceEarlier(place, comparison === initial ? null : comparison);
  if (isKept) replaceComparison(engine.restore(earlier));
}
