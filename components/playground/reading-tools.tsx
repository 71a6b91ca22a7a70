"use client";

import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { usePlayground } from "./context.tsx";
import { CopyButton } from "./copy-button.tsx";

/** How the outputs are looked at. The choices hold for both sides; Copy takes this one. */
export function ReadingTools({ text, comparable }: { text: string; comparable: boolean }) {
  const reading = usePlayground((state) => state.reading);
  const setReading = usePlayground((state) => state.setReading);
  return (
    <div className="ml-auto flex flex-wrap items-center justify-end">
      <Toggle pressed={reading.formatted} onPress={(formatted) => setReading({ formatted })}>
        Markdown
      </Toggle>
      <Toggle
        pressed={reading.differences}
        disabled={!comparable}
        onPress={(differences) => setReading({ differences })}
      >
        Differences
      </Toggle>
      <CopyButton text={text} />
    </div>
  );
}

interface ToggleProps {
  pressed: boolean;
  disabled?: boolean;
  onPress: (pressed: boolean) => void;
  children: ReactNode;
}

function Toggle({ pressed, disabled, onPress, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      disabled={disabled}
      onClick={() => onPress(!pressed)}
      className={classNames(
        "min-h-7 rounded-sm px-1.75 text-[0.78125rem] transition-colors pointer-coarse:min-h-11",
        "hover:text-ink disabled:cursor-not-allowed",
        pressed
          ? "font-medium text-ink underline decoration-control decoration-1 underline-offset-4"
          : "text-soft",
      )}
    >
      {children}
    </button>
  );
}
