"use client";

import { Button } from "#components/ui/button.tsx";

interface SwitchNoteProps {
  said: string;
  onUndo: () => void;
  onDismiss: () => void;
}

/** Says what switching did, and takes it back. */
export function SwitchNote({ said, onUndo, onDismiss }: SwitchNoteProps) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-hair px-4.5 py-2"
    >
      <p className="min-w-0 flex-[1_1_12rem] text-sm text-soft">{said}</p>
      <span className="flex gap-1">
        <Button size="small" onClick={onUndo}>
          Undo
        </Button>
        <Button look="plain" size="small" onClick={onDismiss}>
          Keep
        </Button>
      </span>
    </div>
  );
}
