"use client";

import { useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { SampleView } from "#lib/runs/ledger.ts";
import { standingOf } from "./endings.ts";
import { SampleMark } from "./sample-mark.tsx";
import type { Run } from "./state.ts";

interface SampleTabsProps {
  /** "Before samples": the accessible name of the row. */
  label: string;
  samples: readonly SampleView[];
  phase: Run["phase"];
  shown: number;
  onShow: (tab: number) => void;
  tabId: (tab: number) => string;
  panelId: string;
}

/** One tab a sample, its state in it. Arrow keys walk along the row. */
export function SampleTabs({ label, samples, phase, shown, onShow, tabId, panelId }: SampleTabsProps) {
  const row = useRef<HTMLDivElement>(null);
  const severalCases = new Set(samples.map((sample) => sample.case)).size > 1;
  const severalSamples = samples.some(({ sample }) => sample > 0);

  const walk = (to: number) => {
    const tab = (to + samples.length) % samples.length;
    onShow(tab);
    row.current?.querySelectorAll<HTMLElement>("[role=tab]")[tab]?.focus();
  };
  return (
    <div ref={row} role="tablist" aria-label={label} className="flex min-w-0 flex-wrap gap-0.5">
      {samples.map((sample, index) => {
        const standing = standingOf(sample, phase);
        const selected = index === shown;
        const number = !severalCases
          ? `${sample.sample + 1}`
          : severalSamples
            ? `${sample.case}·${sample.sample + 1}`
            : sample.case;
        return (
          <button
            key={`${sample.case}/${sample.sample}`}
            type="button"
            role="tab"
            id={tabId(index)}
            aria-selected={selected}
            aria-controls={selected ? panelId : undefined}
            aria-label={`Sample ${number}, ${standing.word}`}
            title={standing.word}
            tabIndex={selected ? 0 : -1}
            onClick={() => onShow(index)}
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") walk(index + 1);
              else if (event.key === "ArrowLeft") walk(index - 1);
              else if (event.key === "Home") walk(0);
              else if (event.key === "End") walk(samples.length - 1);
              else return;
              event.preventDefault();
            }}
            className={classNames(
              "inline-flex min-h-7 min-w-7 items-center justify-center gap-1 rounded-sm px-2 text-[0.78125rem] transition-colors pointer-coarse:min-h-11 pointer-coarse:min-w-11",
              selected ? "bg-hair font-semibold text-ink" : "text-soft hover:bg-hair hover:text-ink",
            )}
          >
            {number}
            <SampleMark mark={standing.mark} />
          </button>
        );
      })}
    </div>
  );
}
