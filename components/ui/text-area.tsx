"use client";

import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_CLASS } from "./text-input.tsx";

type TextAreaProps = Omit<ComponentProps<"textarea">, "ref"> & {
  /** No edge and no fill of its own, for a sheet that already has them. */
  bare?: boolean;
};

/** Grows with what is written, down to the `max-h-*` of `className`; beyond that it scrolls. */
export function TextArea({ bare = false, className, rows = 1, ...rest }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { value } = rest;

  // Browsers without `field-sizing` get the height by measuring.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || value === undefined || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [value]);

  return (
    <textarea
      {...rest}
      ref={area}
      rows={rows}
      className={classNames(
        "block written field-sizing-content w-full resize-none",
        bare
          ? "border-0 bg-transparent outline-offset-[-2px]"
          : `${CONTROL_CLASS} px-3 py-2 pointer-coarse:text-lg`,
        className,
      )}
    />
  );
}
