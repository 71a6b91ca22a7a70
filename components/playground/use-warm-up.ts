import { useEffect } from "react";
import { usePlaygroundStore } from "./context.tsx";
import { recallRun } from "./run-memory.ts";
import { variantOf } from "./sides.ts";
import { SIDES } from "./state.ts";

const FIRST_SIGNS = ["pointerdown", "keydown", "focusin"] as const;

/**
 * The rules and the models are fetched at the first sign that someone is about to do something, not before:
 * the page itself stays light. A run that a reload interrupted is picked up at once, also one that was asked for a moment
 * before; no other is ever started.
 */
export function useWarmUp(): void {
  const store = usePlaygroundStore();
  useEffect(() => {
    const warmUp = () => {
      for (const kind of FIRST_SIGNS) removeEventListener(kind, warmUp);
      const { loadEngine, loadModels, listing } = store.getState();
      void loadEngine();
      if (listing.state === "unread") void loadModels();
    };
    for (const kind of FIRST_SIGNS) addEventListener(kind, warmUp, { passive: true });
    const { comparison, place, keptRun, resume, openKept, enter } = store.getState();
    const leave = enter();
    if (recallRun(place) !== null) void resume();
    else if (keptRun !== null) void openKept(keptRun);
    if (SIDES.some((side) => variantOf(comparison, side).model.provider !== "demo")) warmUp();
    return () => {
      for (const kind of FIRST_SIGNS) removeEventListener(kind, warmUp);
      leave();
    };
  }, [store]);
}
