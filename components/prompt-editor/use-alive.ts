import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False in the HTML from the server, true once the page answers. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
