"use client";

import { useDeferredValue, useId, useMemo, useState } from "react";
import { CheckList } from "#components/contract/check-list.tsx";
import { isLeftOut, resultOf } from "#components/contract/rows.ts";
import type { Variant } from "#lib/comparison/schema.ts";
import type { SampleView } from "#lib/runs/ledger.ts";
import { usePlayground } from "./context.tsx";
import { standingOf } from "./endings.ts";
import { MetricsLine } from "./metrics-line.tsx";
import { OutputText } from "./output-text.tsx";
import { SampleCase } from "./sample-case.tsx";
import { SampleNote } from "./sample-note.tsx";
import { SampleTabs } from "./sample-tabs.tsx";
import type { Run } from "./state.ts";

/** The answers to a further variant, one sample at a time. */
export function FurtherAnswer({ variant, name }: { variant: Variant; name: string }) {
  const baseId = useId();
  const [at, setAt] = useState(0);
  const run = usePlayground((state) => state.run);
  const samples = useMemo(
    () => [...(run?.view.samples.values() ?? [])].filter((sample) => sample.variant === variant.id),
    [run, variant],
  );
  const sample = samples[at] ?? samples[0];
  const phase = run?.phase ?? "over";
  const panelId = `${baseId}-panel`;
  const tabId = (tab: number) => `${baseId}-tab-${tab}`;
  return (
    <section aria-label={`${name} output`} className="flex min-w-0 flex-col">
      <div className="sheet flex flex-1 flex-col px-5.5 pt-3 pb-3">
        {sample === undefined ? (
          <p className="my-auto py-6 text-center text-soft">
            {run === null ? "Press Run to see what it answers." : "It was not run with the pair."}
          </p>
        ) : (
          <>
            <div className="mb-2.5">
              <SampleTabs
                label={`${name} samples`}
                samples={samples}
                phase={phase}
                shown={samples.indexOf(sample)}
                onShow={setAt}
                tabId={tabId}
                panelId={panelId}
              />
            </div>
            <Answer
              sample={sample}
              phase={phase}
              name={name}
              panel={{ id: panelId, tabId: tabId(samples.indexOf(sample)) }}
            />
          </>
        )}
      </div>
    </section>
  );
}

/** The pattern for tabs puts their panel into the tab order, so that a keyboard can scroll it. */
const REACHABLE = { tabIndex: 0 } as const;

interface AnswerProps {
  sample: SampleView;
  phase: Run["phase"];
  name: string;
  panel: { id: string; tabId: string };
}

function Answer({ sample, phase, name, panel }: AnswerProps) {
  const retry = usePlayground((state) => state.retry);
  const formatted = usePlayground((state) => state.reading.formatted);
  const evidence = usePlayground((state) => state.evidence);
  const early = usePlayground((state) => state.early);
  const off = usePlayground((state) => state.run?.comparison.settings.off);
  const standing = standingOf(sample, phase);
  const drawn = useDeferredValue(sample.text);
  const looked = evidence === null ? undefined : resultOf(sample, evidence, early);
  const checks = isLeftOut(sample)
    ? []
    : (sample.result?.checks ?? []).filter(({ id }) => !off?.includes(id));
  return (
    <>
      <SampleCase sample={sample} />
      <div
        id={panel.id}
        role="tabpanel"
        aria-labelledby={panel.tabId}
        {...REACHABLE}
        className="max-h-[60vh] min-h-24 flex-1 overflow-y-auto rounded-sm font-serif text-output outline-offset-4"
      >
        {sample.text === "" ? (
          <p className="font-sans text-base text-soft">{standing.word}</p>
        ) : (
          <OutputText
            side={1}
            text={drawn}
            streaming={standing.mark === "writing"}
            formatted={formatted}
            other={null}
            evidence={looked?.spans ?? null}
          />
        )}
      </div>
      <SampleNote
        standing={standing}
        code={sample.problem?.code}
        onRetry={phase === "over" ? () => void retry(sample) : undefined}
      />
      <div className="mt-3 border-t border-hair pt-2.25">
        <MetricsLine
          result={sample.result}
          standing={standing}
          chars={sample.text.length}
          attempt={sample.attempt}
        />
      </div>
      {checks.length > 0 && <CheckList label={`${name} checks`} results={checks} />}
    </>
  );
}
