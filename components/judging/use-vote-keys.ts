import { type RefObject, useEffect } from "react";
import type { Pressed } from "#lib/judging/ballot.ts";

const KEYS: Readonly<Record<string, Pressed>> = {
  "1": "left",
  "2": "right",
  "3": "tie",
  "4": "both-bad",
  ArrowLeft: "left",
  ArrowRight: "right",
};

interface VoteKeys {
  onVote: (pressed: Pressed) => void;
  onUndo: (() => void) | undefined;
}

/** 1 to 4 and the arrows vote, Backspace takes back: only while the focus is in `panel`. */
export function useVoteKeys(panel: RefObject<HTMLElement | null>, { onVote, onUndo }: VoteKeys): void {
  useEffect(() => {
    const element = panel.current;
    if (element === null) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const pressed = KEYS[event.key];
      if (pressed !== undefined) onVote(pressed);
      else if (event.key === "Backspace" && onUndo !== undefined) onUndo();
      else return;
      event.preventDefault();
    };
    element.addEventListener("keydown", press);
    return () => element.removeEventListener("keydown", press);
  }, [panel, onVote, onUndo]);
}
