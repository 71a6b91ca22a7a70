import { createStore, type StoreApi } from "zustand/vanilla";
import { NOTHING_EARLY } from "#components/contract/rows.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { checkActions } from "./check-actions.ts";
import { editActions } from "./edit-actions.ts";
import { readingActions } from "./reading-actions.ts";
import { runActions } from "./run-actions.ts";
import { sameModels } from "./sides.ts";
import type { FirstPaint, PlaygroundState, PlaygroundStore } from "./state.ts";

export type PlaygroundStoreApi = StoreApi<PlaygroundStore>;

/** What a page opens with. */
export interface PlaygroundOpening {
  initial: Comparison;
  firstPaint: FirstPaint;
  /** Names the draft and the run that belong to it; absent = the playground's own. */
  place?: string;
  /** A run of this browser that is to be shown. */
  keptRun?: string | null;
  /** The address named something that is not there any more. */
  gone?: boolean;
}

/** A store for one playground on one page; nothing is shared between two of them. */
export function createPlaygroundStore(opening: PlaygroundOpening): PlaygroundStoreApi {
  const { initial: comparison, firstPaint, place = "", keptRun = null, gone = false } = opening;
  const initial: PlaygroundState = {
    initial: comparison,
    firstPaint,
    place,
    keptRun,
    opening: gone ? "gone" : keptRun === null ? "open" : "reading",
    comparison,
    linked: sameModels(comparison),
    engine: null,
    listing: { state: "unread", providers: [] },
    asSent: [false, false],
    switched: [null, null],
    problems: {},
    notice: null,
    run: null,
    pressed: 0,
    shown: [0, 0],
    reading: { formatted: true, differences: false, together: true, whenComplete: false },
    withFurther: true,
    evidence: null,
    early: NOTHING_EARLY,
    said: "",
  };
  return createStore<PlaygroundStore>()((set, get) => ({
    ...initial,
    ...editActions(set, get),
    ...checkActions(set, get),
    ...readingActions(set, get),
    ...runActions(set, get),
  }));
}
