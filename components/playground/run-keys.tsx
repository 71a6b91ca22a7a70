"use client";

import { useAlive } from "#components/prompt-editor/use-alive.ts";
import { Kbd } from "#components/ui/kbd.tsx";

/** The chord that runs, as this keyboard names it. */
export function RunKeys() {
  const alive = useAlive();
  const apple = alive && /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <span className="max-md:hidden pointer-coarse:hidden">
      <Kbd>{apple ? "⌘ ↵" : "Ctrl ↵"}</Kbd>
    </span>
  );
}
