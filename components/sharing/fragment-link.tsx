"use client";

import { useDeferredValue, useEffect, useState } from "react";
import { formatCount } from "#components/playground/format.ts";
import { Progress } from "#components/ui/progress.tsx";
import type { Comparison } from "#lib/comparison/schema.ts";
import { encodeFragment } from "#lib/sharing/fragment.ts";
import { FRAGMENT_CHARS } from "#lib/sharing/fragment-mark.ts";
import { CopyBox } from "./copy-box.tsx";

/** Longer addresses are cut by some programs that pass them on. */
const SAFE_CHARS = 2_000;

/** The prompts as an address that holds all of them: nothing is stored anywhere, and no server reads it. */
export function FragmentLink({ comparison }: { comparison: Comparison }) {
  const shown = useDeferredValue(comparison);
  const [fragment, setFragment] = useState<string | null>(null);
  useEffect(() => {
    let latest = true;
    void encodeFragment(shown).then((encoded) => {
      if (latest) setFragment(encoded);
    });
    return () => {
      latest = false;
    };
  }, [shown]);
  if (fragment === null) return null;
  const fits = fragment.length <= FRAGMENT_CHARS;
  return (
    <section aria-label="Without a server" className="border-t border-line pt-4">
      <h2 className="text-sm font-medium">Without a server</h2>
      <p className="mt-1 text-sm text-soft">
        An address that holds the prompts, checks and settings itself. Nothing is stored, so it cannot be
        taken back; it has no answers in it.
      </p>
      <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft tabular-nums">
        <div className="w-32">
          <Progress
            label="Size of the address"
            value={Math.min(fragment.length, FRAGMENT_CHARS)}
            max={FRAGMENT_CHARS}
          />
        </div>
        <span>
          {formatCount(fragment.length)} of {formatCount(FRAGMENT_CHARS)} characters
        </span>
      </div>
      {fits ? (
        <div className="mt-2.5">
          <CopyBox
            label="Address that holds everything"
            text={`${location.origin}/#${fragment}`}
            hint={
              fragment.length > SAFE_CHARS
                ? "Some programs cut addresses as long as this one. Try it where you mean to send it."
                : undefined
            }
            mono
          />
        </div>
      ) : (
        <p className="mt-2 text-sm">This comparison is too long for an address. Create a link instead.</p>
      )}
    </section>
  );
}
