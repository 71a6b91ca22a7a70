import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** The edge, fill and error state shared by every box that takes text. */
export const CONTROL_CLASS =
  "w-full min-w-0 rounded-md border border-control bg-card text-ink transition-colors aria-invalid:border-bad disabled:bg-hair disabled:text-soft";

export function TextInput({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return (
    <input
      {...rest}
      type={type}
      className={classNames(
        CONTROL_CLASS,
        "written min-h-9 px-3 py-1.5 pointer-coarse:min-h-11 pointer-coarse:text-lg",
        className,
      )}
    />
  );
}
