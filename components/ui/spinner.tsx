import { classNames } from "./class-names.ts";

/** Turns while something is under way; says nothing, so put words beside it. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-block size-3.5 shrink-0 animate-turn rounded-full border-2 border-current border-r-transparent",
        className,
      )}
    />
  );
}
