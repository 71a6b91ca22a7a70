import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode };

export function Checkbox({ label, className, ...rest }: CheckboxProps) {
  return (
    <label
      className={classNames("inline-flex min-h-7 items-center gap-2 pointer-coarse:min-h-11", className)}
    >
      <input {...rest} type="checkbox" className="size-4 shrink-0 pointer-coarse:size-5" />
      <span>{label}</span>
    </label>
  );
}
