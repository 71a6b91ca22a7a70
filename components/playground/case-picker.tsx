"use client";

import { useId } from "react";
import { Select } from "#components/ui/select.tsx";
import type { Case } from "#lib/comparison/schema.ts";

interface CasePickerProps {
  cases: readonly Case[];
  /** The place of the case whose values are looked at. */
  at: number;
  onChange: (at: number) => void;
}

/** Which of several cases is being written. */
export function CasePicker({ cases, at, onChange }: CasePickerProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="text-soft">
        Case
      </label>
      <Select id={id} value={at} onChange={(event) => onChange(Number(event.target.value))}>
        {cases.map((each, index) => (
          <option key={each.id} value={index}>
            {`${index + 1} of ${cases.length}: ${each.id}`}
          </option>
        ))}
      </Select>
    </div>
  );
}
