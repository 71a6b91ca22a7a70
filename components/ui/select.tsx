import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_CLASS } from "./text-input.tsx";

/** The platform's own select, dressed: pickers, type-ahead and touch wheels are already right. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={classNames("relative flex min-w-0", className)}>
      <select
        {...rest}
        className={classNames(
          CONTROL_CLASS,
          "min-h-9 appearance-none truncate py-1.5 pr-8 pl-3 hover:bg-hair pointer-coarse:min-h-11 pointer-coarse:text-lg",
        )}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        size={15}
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-soft"
      />
    </span>
  );
}
