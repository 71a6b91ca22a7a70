import { type RefObject, useEffect } from "react";

/** Where the first mark comes to stand in its pane, as a share of the pane's height. */
const FROM_TOP = 0.2;

/** Brings the first mark of a pane into sight within the pane; the page itself stays where it is. */
export function useEvidenceScroll(pane: RefObject<HTMLElement | null>, evidence: string | null): void {
  useEffect(() => {
    const element = pane.current;
    const mark = evidence === null ? null : element?.querySelector("mark");
    if (!element || !mark) return;
    // Both panes go to their own evidence: neither leads the other there.
    delete document.documentElement.dataset.leading;
    const top = mark.getBoundingClientRect().top - element.getBoundingClientRect().top + element.scrollTop;
    element.scrollTo({
      top: top - element.clientHeight * FROM_TOP,
      behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
    });
  }, [pane, evidence]);
}
