import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  /** The accessible name, also shown on hover. */
  label: string;
  icon: ReactNode;
  size?: "small" | "medium";
};

export function IconButton({
  label,
  icon,
  size = "medium",
  className,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-md text-soft transition-colors",
        "hover:bg-hair hover:text-ink disabled:cursor-not-allowed disabled:opacity-50",
        "pointer-coarse:min-h-11 pointer-coarse:min-w-11",
        size === "small" ? "size-7" : "size-9",
        className,
      )}
    >
      {icon}
    </button>
  );
}
