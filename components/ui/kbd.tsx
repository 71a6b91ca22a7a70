import type { ReactNode } from "react";

/** A key or a chord. Hidden from assistive technology, where `aria-keyshortcuts` on the control says it. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden
      className="rounded-[4px] border border-current/35 px-1.5 font-sans text-[0.6875rem] leading-4.5 font-medium"
    >
      {children}
    </kbd>
  );
}
