"use client";

import { OutputText } from "#components/playground/output-text.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Side } from "#lib/judging/events.ts";

interface VoteTextProps {
  place: "left" | "right";
  text: string;
  /** Set once the sides are shown. */
  side: Side | null;
}

/** Scrolled with the arrow keys like any other answer. */
const REACHABLE = { tabIndex: 0 } as const;

/** One text of a pair. Until the sides are shown nothing about it depends on its side. */
export function VoteText({ place, text, side }: VoteTextProps) {
  const name = side === null ? null : side === "a" ? "Before" : "After";
  return (
    <div className="flex min-w-0 flex-col">
      <p className="mb-1.5 flex items-center gap-2 text-sm font-semibold">
        <span
          aria-hidden
          className={classNames(
            "size-2 rounded-full",
            side === null ? "bg-line" : side === "a" ? "bg-before" : "bg-after",
          )}
        />
        {name === null ? (
          <Place place={place} />
        ) : (
          <span className={side === "a" ? "text-before" : "text-after"}>{name}</span>
        )}
      </p>
      <article
        aria-label={name ?? (place === "left" ? "First text" : "Second text")}
        {...REACHABLE}
        className={classNames(
          "sheet max-h-[60vh] min-h-40 flex-1 overflow-y-auto border-t-3 px-5.5 py-4 font-serif text-output",
          side === "a" && "border-t-before",
          side === "b" && "border-t-after",
        )}
      >
        <OutputText side={0} text={text} streaming={false} formatted other={null} evidence={null} />
      </article>
    </div>
  );
}

/** Beside each other they are left and right, below each other first and second. */
function Place({ place }: { place: "left" | "right" }) {
  return (
    <span className="text-soft">
      <span className="max-md:hidden">{place === "left" ? "Left" : "Right"}</span>
      <span className="md:hidden">{place === "left" ? "First" : "Second"}</span>
    </span>
  );
}
