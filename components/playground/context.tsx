"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useStore } from "zustand";
import type { PlaygroundStore } from "./state.ts";
import { createPlaygroundStore, type PlaygroundOpening, type PlaygroundStoreApi } from "./store.ts";

const Context = createContext<PlaygroundStoreApi | null>(null);

/** Another place is another store, with a draft and a run of its own; what stands beside the desk stays where it is. */
export function PlaygroundProvider({ children, ...opening }: PlaygroundOpening & { children: ReactNode }) {
  const [held, setHeld] = useState(() => ({ place: opening.place, store: createPlaygroundStore(opening) }));
  let { store } = held;
  if (held.place !== opening.place) {
    store = createPlaygroundStore(opening);
    setHeld({ place: opening.place, store });
  }
  return <Context value={store}>{children}</Context>;
}

export function usePlaygroundStore(): PlaygroundStoreApi {
  const store = useContext(Context);
  if (store === null) throw new Error("usePlayground needs a PlaygroundProvider above it");
  return store;
}

/** Reads one thing from the playground; renders again only when that thing changes. */
export function usePlayground<Value>(select: (state: PlaygroundStore) => Value): Value {
  return useStore(usePlaygroundStore(), select);
}
