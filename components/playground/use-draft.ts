import { useEffect, useState } from "react";
import { usePlaygroundStore } from "./context.tsx";
import { readEarlier, replaceEarlier } from "./draft.ts";
import { bringBackEarlier, keepDraft } from "./keep-draft.ts";

/** A draft that was stored when somebody began to type before it was back. */
export interface EarlierDraft {
  isThere: boolean;
  bringBack(): Promise<void>;
  forget(): void;
}

/** Brings back what was being written, and keeps it from then on. */
export function useDraft(): EarlierDraft {
  const store = usePlaygroundStore();
  const [isThere, setThere] = useState(false);
  useEffect(() => keepDraft(store, setThere), [store]);
  const { place } = store.getState();
  const lookAgain = () => setThere(readEarlier(place) !== null);
  return {
    isThere,
    bringBack: () => bringBackEarlier(store).then(lookAgain),
    forget() {
      replaceEarlier(place, null);
      lookAgain();
    },
  };
}
