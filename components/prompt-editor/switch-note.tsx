"use client";

import { Button } from "#components/ui/button.tsx";
import { partName } from "./part-names.ts";

interface SwitchNoteProps {
  kind: "text" | "parts";
  found: readonly { part: string; text: string }[];
  onUndo: () => void;
  onDismiss: () => void;
}

/** Says what switching did, and takes it back. */
export function SwitchNote({ kind, found, onUndo, onDismiss }: SwitchNoteProps) {
  const names = [...new Set(found.map(({ part }) => partName(part).toLowerCase()))];
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-hair px-4.5 py-2"
    >
      <p className="min-w-0 flex-[1_1_12rem] text-sm text-soft">{sentence(kind, names)}</p>
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

function sentence(kind: "text" | "parts", names: readonly string[]): string {
  if (kind === "text") return "The parts, written out as one text.";
  if (names.length === 0) return "No parts recognised; all of it is in Task.";
  return `Recognised ${joined(names)}. What was not recognised is kept in Task or Extra.`;
}

function joined(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
