import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/** How close to the end still counts as reading along, px. */
const NEAR_PX = 40;

/**
 * Keeps the newest line in sight while text arrives, unless the reader has scrolled up or asked for no motion.
 */
export function useFollowEnd(pane: RefObject<HTMLElement | null>, text: string, writing: boolean): void {
  const along = useRef(true);

  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const look = () => {
      along.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    };
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, [pane]);

  useLayoutEffect(() => {
    const element = pane.current;
    if (element === null || text === "" || !writing || !along.current) return;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    element.scrollTop = element.scrollHeight;
  }, [pane, text, writing]);
}
