import { type RefObject, useEffect } from "react";

const LED_BY = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/**
 * Lets two panes scroll as one, by share of their height. Only the pane under the person's hand leads, so the
 * two never answer each other. `paneId` names the other pane's element.
 */
export function useScrollTogether(
  pane: RefObject<HTMLElement | null>,
  otherId: string,
  together: boolean,
): void {
  useEffect(() => {
    const element = pane.current;
    if (element === null || !together) return;
    const lead = () => {
      document.documentElement.dataset.leading = element.id;
    };
    const scroll = () => {
      const other = document.getElementById(otherId);
      if (other === null || document.documentElement.dataset.leading !== element.id) return;
      const room = element.scrollHeight - element.clientHeight;
      if (room <= 0) return;
      other.scrollTop = (element.scrollTop / room) * (other.scrollHeight - other.clientHeight);
    };
    for (const kind of LED_BY) element.addEventListener(kind, lead, { passive: true });
    element.addEventListener("scroll", scroll, { passive: true });
    return () => {
      for (const kind of LED_BY) element.removeEventListener(kind, lead);
      element.removeEventListener("scroll", scroll);
    };
  }, [pane, otherId, together]);
}
