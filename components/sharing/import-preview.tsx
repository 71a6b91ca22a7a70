"use client";

import { CircleMinus } from "lucide-react";
import { useEffect, useRef } from "react";
import { SIDE_LABELS } from "#components/playground/state.ts";
import { Button } from "#components/ui/button.tsx";
import { asText } from "#lib/prompt/as-text.ts";
import type { ImportReading } from "#lib/sharing/imports/types.ts";

interface ImportPreviewProps {
  name: string;
  reading: ImportReading;
  /** A run is going on; it has to end first. */
  running: boolean;
  onTake: () => void;
  onCancel: () => void;
}

const SHOWN_CHARS = 600;

/** What was recognised and what was left out, before anything changes. */
export function ImportPreview({ name, reading, running, onTake, onCancel }: ImportPreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { brings, comparison, recognised, leftOut, run } = reading;
  const all = brings === "all";
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold wrap-anywhere outline-none">
          {name} is {reading.what}.
        </h2>
        <p className="mt-1">
          Recognised: {recognised.join(", ")}.
          {!all && " There is no prompt in it: the prompts that are here stay."}
          {run !== null && " The answers are shown as the file’s; no call is made."}
        </p>
      </div>
      {all && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-7 gap-y-3 md:grid-cols-2">
          {comparison.variants.slice(0, 2).map((variant, side) => {
            const text = asText(variant.prompt);
            return (
              <div key={variant.id} className="min-w-0">
                <h3 className="text-sm font-semibold text-soft wrap-anywhere">
                  {SIDE_LABELS[side === 0 ? 0 : 1]}
                  {variant.label !== undefined &&
                    variant.label !== SIDE_LABELS[side === 0 ? 0 : 1] &&
                    `: ${variant.label}`}
                </h3>
                <p className="mt-1 max-h-40 overflow-y-auto font-serif written whitespace-pre-line wrap-anywhere">
                  {text === ""
                    ? "(empty)"
                    : text.length > SHOWN_CHARS
                      ? `${text.slice(0, SHOWN_CHARS)}…`
                      : text}
                </p>
              </div>
            );
          })}
        </div>
      )}
      {leftOut.length === 0 ? (
        <p className="text-soft">Nothing was left out.</p>
      ) : (
        <div>
          <h3 className="text-sm font-semibold">Left out, or read differently</h3>
          <ul className="mt-1 flex flex-col gap-1">
            {leftOut.map((sentence) => (
              <li key={sentence} className="flex gap-2 text-sm wrap-anywhere">
                <CircleMinus aria-hidden size={15} className="mt-0.5 shrink-0 text-soft" />
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      )}
      {running && (
        <p className="text-soft">A run is going on. Stop it or let it end, then take the file over.</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={running} onClick={onTake}>
          {all ? "Replace what is here" : "Add to what is here"}
        </Button>
        <Button look="plain" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <p className="text-sm text-soft">What is here now can be brought back afterwards.</p>
    </div>
  );
}
