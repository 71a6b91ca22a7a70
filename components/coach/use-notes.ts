import { useEffect, useRef, useState } from "react";
import { applyFix, type CoachNote, coach } from "#lib/prompt/coach/coach.ts";
import type { Prompt } from "#lib/prompt/schema.ts";

/** So long nobody types before a prompt is read again, ms. */
const PAUSE_MS = 700;

export interface Notes {
  notes: readonly CoachNote[];
  /** The prompt with a note's change, made in the text as it is now; null when the note fits nowhere any more. */
  changed: (note: CoachNote) => Prompt | null;
  /** Reads this prompt at once. */
  readNow: (prompt: Prompt) => void;
}

/** The coach's notes on a prompt. They wait for a pause in the typing, and stay as they are while answers stream. */
export function useNotes(prompt: Prompt, paused: boolean): Notes {
  const [notes, setNotes] = useState<readonly CoachNote[]>([]);
  const opened = useRef(false);
  useEffect(() => {
    if (paused) return;
    const timer = setTimeout(() => setNotes(coach(prompt)), opened.current ? PAUSE_MS : 0);
    opened.current = true;
    return () => clearTimeout(timer);
  }, [prompt, paused]);
  return {
    notes,
    changed(note) {
      const now = coach(prompt).find((other) => isSame(note, other));
      return now === undefined ? null : applyFix(prompt, now);
    },
    readNow: (now) => setNotes(coach(now)),
  };
}

/** The same remark about the same words, wherever they stand by now. */
function isSame(one: CoachNote, other: CoachNote): boolean {
  return one.rule === other.rule && one.words === other.words && one.place?.path === other.place?.path;
}
