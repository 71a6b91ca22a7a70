import type { GetState, PlaygroundActions, SetState } from "./state.ts";

type ReadingActions = Pick<PlaygroundActions, "setReading" | "show" | "showEvidence" | "dismissNotice">;

/** How outputs are looked at; nothing here changes the document or a run. */
export function readingActions(set: SetState, get: GetState): ReadingActions {
  return {
    setReading(reading) {
      set((state) => ({ reading: { ...state.reading, ...reading } }));
    },
    show(side, tab) {
      set(({ shown }) => ({ shown: side === 0 ? [tab, shown[1]] : [shown[0], tab] }));
    },
    showEvidence(check) {
      set({ evidence: get().evidence === check ? null : check });
    },
    dismissNotice() {
      set({ notice: null });
    },
  };
}
