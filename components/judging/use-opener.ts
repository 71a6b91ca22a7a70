import { type RefObject, useEffect, useRef } from "react";

/** For the button that opens a panel: it has the focus again once the panel is closed. */
export function useOpener(open: boolean): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Not when another panel has taken the focus meanwhile.
    const lost = document.activeElement === document.body;
    if (wasOpen.current && !open && lost) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return opener;
}
