"use client";

import { useId } from "react";
import { classNames } from "./class-names.ts";

export interface SegmentedOption<Value extends string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

interface SegmentedProps<Value extends string> {
  /** Says what is chosen between; read out, not shown. */
  label: string;
  options: readonly SegmentedOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
}

/** One of a few, side by side. Native radios: arrow keys, grouping and forms come with them. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
  className,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classNames("inline-flex rounded-md border border-line text-sm", className)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="relative flex has-focus-visible:z-10 has-disabled:cursor-not-allowed"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
            className="peer absolute inset-0 size-full cursor-[inherit] appearance-none rounded-[7px]"
          />
          <span
            className={classNames(
              "pointer-events-none relative flex min-h-7 items-center rounded-[7px] px-2.5 text-soft transition-colors",
              "peer-checked:bg-hair peer-checked:font-semibold peer-checked:text-ink peer-hover:text-ink",
              "peer-disabled:opacity-50 pointer-coarse:min-h-11 pointer-coarse:px-3.5",
            )}
          >
            {option.label}
          </span>
        </label>
      ))}
    </div>
  );
}
