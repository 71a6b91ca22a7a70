"use client";

import { useEffect, useId, useRef } from "react";
import { Button } from "#components/ui/button.tsx";

/** What was just done, and the way back. The button that did it is gone, so the focus comes here. */
export function UndoLine({ words, onUndo }: { words: string; onUndo: () => void }) {
  const wordsId = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-soft">
      <span id={wordsId}>{words}</span>
      <Button
        ref={button}
        look="plain"
        size="small"
        aria-describedby={wordsId}
        onClick={onUndo}
        className="underline underline-offset-3"
      >
        Undo
      </Button>
    </p>
  );
}
