import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** primary: the one thing to do here. quiet: a bordered button. plain: words that can be pressed. */
export type ButtonLook = "primary" | "quiet" | "plain";
export type ButtonSize = "small" | "medium" | "large";

const LOOKS: Record<ButtonLook, string> = {
  primary:
    "border-ink bg-ink font-semibold text-paper hover:bg-ink/88 disabled:border-line disabled:bg-hair disabled:text-soft",
  quiet: "border-line bg-card hover:border-control hover:bg-hair disabled:text-soft disabled:hover:bg-card",
  plain: "border-transparent text-soft hover:bg-hair hover:text-ink disabled:hover:bg-transparent",
};

const SIZES: Record<ButtonSize, string> = {
  small: "min-h-7 gap-1.5 px-2 text-sm",
  medium: "min-h-9 gap-2 px-3 text-base",
  large: "min-h-11 gap-2.5 px-5 text-[0.9375rem]",
};

/** The classes of a button, for a link that should look like one. */
export function buttonClass(look: ButtonLook = "quiet", size: ButtonSize = "medium"): string {
  return classNames(
    "inline-flex items-center justify-center rounded-md border text-center leading-tight transition-colors select-none",
    "disabled:cursor-not-allowed aria-disabled:cursor-not-allowed pointer-coarse:min-h-11",
    LOOKS[look],
    SIZES[size],
  );
}

type ButtonProps = ComponentProps<"button"> & { look?: ButtonLook; size?: ButtonSize };

export function Button({ look, size, className, type = "button", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classNames(buttonClass(look, size), className)} />;
}
