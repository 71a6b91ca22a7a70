"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useStore } from "zustand";
import type { PlaygroundStore } from "./state.ts";
import { createPlaygroundStore, type PlaygroundOpening, type PlaygroundStoreApi } from "./store.ts";

const Context = createContext<PlaygroundStoreApi | null>(null);

export function PlaygroundProvider({ children, ...opening }: PlaygroundOpening & { children: ReactNode }) {
  const [store] = useState(() => createPlaygroundStore(opening));
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
