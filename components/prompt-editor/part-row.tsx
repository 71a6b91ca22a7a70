"use client";

import { type ReactNode, useId } from "react";
import type { SideTone } from "./tone.tsx";
import { WritingBox } from "./writing-box.tsx";

/** A label and what belongs to it, on one line of the card. */
export function LabelledRow({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[5.75rem_minmax(0,1fr)] border-b border-hair last:border-b-0">
      <div className="py-2.5 text-right text-[0.78125rem] leading-[1.45] text-soft">{label}</div>
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
}

export function PartRow({ label, ...box }: PartRowProps) {
  const id = useId();
  return (
    <LabelledRow label={<label htmlFor={id}>{label}</label>}>
      <WritingBox {...box} id={id} className="px-4 py-1.75 font-serif text-lg" />
    </LabelledRow>
  );
}
