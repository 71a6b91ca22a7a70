import { useEffect } from "react";
import { usePlaygroundStore } from "./context.tsx";

/** Ctrl or ⌘ and Enter runs, Escape stops: wherever the focus is. */
export function useShortcuts(): void {
  const store = usePlaygroundStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        void store.getState().start();
      } else if (event.key === "Escape") {
        void store.getState().stop();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [store]);
}
