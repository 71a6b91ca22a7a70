import { classNames } from "./class-names.ts";

interface ProgressProps {
  /** The accessible name, such as "Run". */
  label: string;
  /** How far, from 0 to `max`; absent while that is unknown. */
  value?: number;
  max?: number;
  className?: string;
}

export function Progress({ label, value, max = 1, className }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={max}
      className={classNames(
        "block h-1 w-full appearance-none overflow-hidden rounded-full bg-hair",
        "[&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-hair",
        "[&::-webkit-progress-value]:bg-ink [&::-webkit-progress-value]:transition-[width]",
        className,
      )}
    />
  );
}
