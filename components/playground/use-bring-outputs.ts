import { useEffect } from "react";
import { usePlayground } from "./context.tsx";

/** Beyond this share of the window's height an output starts too low to be noticed. */
const LOW = 0.6;
/** The width from which both sides stand beside each other, px. */
const SIDE_BY_SIDE_PX = 768;

/** After a press on Run the answers come into sight, if they are not. The focus stays where it is. */
export function useBringOutputs(): void {
  const pressed = usePlayground((state) => state.pressed);
  useEffect(() => {
    if (pressed === 0) return;
    const shown = [...document.querySelectorAll<HTMLElement>("[data-output]")].find(
      (element) => element.offsetParent !== null,
    );
    if (shown === undefined || shown.getBoundingClientRect().top < innerHeight * LOW) return;
    shown.scrollIntoView({
      block: innerWidth < SIDE_BY_SIDE_PX ? "start" : "nearest",
      behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
    });
  }, [pressed]);
}
