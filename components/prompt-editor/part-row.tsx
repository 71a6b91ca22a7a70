"use client";

import { type ReactNode, useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { ConflictNote } from "./conflict-note.tsx";
import type { SideTone } from "./tone.tsx";
import { WritingBox } from "./writing-box.tsx";

interface LabelledRowProps {
  label: ReactNode;
  /** The open check comes from here. */
  promised?: boolean;
  children: ReactNode;
}

/** A label and what belongs to it, on one line of the card. */
export function LabelledRow({ label, promised = false, children }: LabelledRowProps) {
  return (
    <div
      className={classNames(
        "grid grid-cols-[5.75rem_minmax(0,1fr)] border-b border-hair last:border-b-0",
        promised && "bg-mark/45 shadow-[inset_3px_0_0_var(--color-after)]",
      )}
    >
      <div
        className={classNames(
          "py-2.5 text-right text-[0.78125rem] leading-[1.45]",
          promised ? "font-semibold text-ink" : "text-soft",
        )}
      >
        {label}
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

interface PartRowProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder: string;
  problem?: string;
  field: string;
  list?: SideTone;
  /** The open check comes from here. */
  promised?: boolean;
  /** What this part contradicts. */
  remarks?: readonly string[];
}

export function PartRow({ label, promised = false, remarks = [], ...box }: PartRowProps) {
  const id = useId();
  return (
    <LabelledRow label={<label htmlFor={id}>{label}</label>} promised={promised}>
      <WritingBox {...box} id={id} className="px-4 py-1.75 font-serif text-lg" />
      <ConflictNote sentences={remarks} announce className="px-4 not-empty:pb-1.5" />
    </LabelledRow>
  );
}
