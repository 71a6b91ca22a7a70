"use client";

import { type ReactNode, useDeferredValue, useMemo, useRef } from "react";
import { CheckList } from "#components/contract/check-list.tsx";
import { isLeftOut, resultOf } from "#components/contract/rows.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { CheckResult } from "#lib/checks/types.ts";
import type { SampleView } from "#lib/runs/ledger.ts";
import { AgreementPanel } from "./agreement-panel.tsx";
import { usePlayground } from "./context.tsx";
import { EmptyOutput } from "./empty-output.tsx";
import { standingOf } from "./endings.ts";
import { useFollowEnd } from "./follow-end.ts";
import { counted, countWords, formatCount } from "./format.ts";
import { MetricsLine } from "./metrics-line.tsx";
import { OutputText } from "./output-text.tsx";
import { ReadingTools } from "./reading-tools.tsx";
import { SampleCase } from "./sample-case.tsx";
import { SampleNote } from "./sample-note.tsx";
import { SampleTabs } from "./sample-tabs.tsx";
import { useScrollTogether } from "./scroll-together.ts";
import { type Run, SIDE_LABELS, type Side } from "./state.ts";
import { useEvidenceScroll } from "./use-evidence-scroll.ts";
import { useSamples, useShownSample } from "./use-samples.ts";

/** One side's answers. Only the sample that is shown is drawn. */
export function OutputPane({ side, className }: { side: Side; className?: string }) {
  const label = SIDE_LABELS[side];
  const samples = useSamples(side);
  const shown = usePlayground((state) => state.shown[side]);
  const show = usePlayground((state) => state.show);
  const phase = usePlayground((state) => state.run?.phase ?? "over");
  const sample = samples[shown];
  const other = useShownSample(side === 0 ? 1 : 0);
  return (
    <section
      data-output
      aria-label={`${label} output`}
      className={classNames("flex min-w-0 flex-col", className)}
    >
      <div className="sheet flex flex-1 flex-col px-5.5 pt-3 pb-3">
        {sample === undefined ? (
          <EmptyOutput side={side} />
        ) : (
          <>
            <div className="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-1">
              <SampleTabs
                label={`${label} samples`}
                samples={samples}
                phase={phase}
                shown={shown}
                onShow={(tab) => show(side, tab)}
                tabId={(tab) => `tab-${side}-${tab}`}
                panelId={`output-${side}`}
              />
              <ReadingTools
                text={sample.text}
                comparable={sample.text !== "" && (other?.text ?? "") !== ""}
              />
            </div>
            <Answer side={side} tab={shown} sample={sample} other={other?.text ?? ""} phase={phase} />
          </>
        )}
      </div>
    </section>
  );
}

/** The pattern for tabs puts their panel into the tab order, so that a keyboard can scroll it. */
const REACHABLE = { tabIndex: 0 } as const;

interface AnswerProps {
  side: Side;
  tab: number;
  sample: SampleView;
  other: string;
  phase: Run["phase"];
}

function Answer({ side, tab, sample, other, phase }: AnswerProps) {
  const pane = useRef<HTMLDivElement>(null);
  const reading = usePlayground((state) => state.reading);
  const evidence = usePlayground((state) => state.evidence);
  const retry = usePlayground((state) => state.retry);
  const standing = standingOf(sample, phase);
  const writing = standing.mark === "writing";
  const hidden = writing && reading.whenComplete;
  const checks = useCountedResults(sample);
  const own = usePlayground((state) => state.run?.comparison.checks);
  const names = useMemo(
    () => new Map(own?.flatMap(({ id, label }) => (label === undefined ? [] : [[id, label] as const]))),
    [own],
  );
  const early = usePlayground((state) => state.early);
  const looked = evidence === null ? undefined : resultOf(sample, evidence, early);
  const paneId = `output-${side}`;
  const note = (
    <SampleNote
      standing={standing}
      code={sample.problem?.code}
      onRetry={phase === "over" ? () => void retry(sample) : undefined}
    />
  );
  // Drawn in slices between other work: two fast streams never hold the page up.
  const drawn = useDeferredValue(sample.text);
  useFollowEnd(pane, drawn, writing || drawn !== sample.text);
  useEvidenceScroll(pane, looked === undefined ? null : `${evidence} ${tab}`);
  useScrollTogether(pane, `output-${1 - side}`, reading.together);
  return (
    <>
      <SampleCase sample={sample} />
      {sample.thinking !== "" && <Thinking text={sample.thinking} writing={writing} />}
      <button
        type="button"
        onClick={() => pane.current?.focus()}
        className="sr-only self-start rounded-sm bg-ink px-3 py-1 text-sm text-paper focus:not-sr-only focus:px-3 focus:py-1"
      >
        Read answer
      </button>
      <div
        ref={pane}
        id={paneId}
        aria-labelledby={`tab-${side}-${tab}`}
        role="tabpanel"
        {...REACHABLE}
        className="max-h-[70vh] min-h-40 flex-1 overflow-y-auto rounded-sm font-serif text-output outline-offset-4"
      >
        {hidden ? (
          <Quiet>Writing … {formatCount(sample.text.length)} characters so far.</Quiet>
        ) : sample.text === "" ? (
          standing.note === null ? (
            <Quiet>{emptyWords(sample, standing.mark)}</Quiet>
          ) : (
            note
          )
        ) : (
          <OutputText
            side={side}
            text={drawn}
            streaming={writing}
            formatted={reading.formatted}
            other={reading.differences && !writing && other !== "" ? other : null}
            evidence={looked?.spans ?? null}
          />
        )}
      </div>
      {sample.text !== "" && note}
      <div className="mt-3 border-t border-hair pt-2.25">
        <MetricsLine
          result={sample.result}
          standing={standing}
          chars={sample.text.length}
          attempt={sample.attempt}
        />
      </div>
      {checks.length > 0 && (
        <CheckList label={`${SIDE_LABELS[side]} checks`} results={checks} names={names} />
      )}
      <AgreementPanel side={side} caseId={sample.case} />
    </>
  );
}

/** What the answer did with every promise that counts; nothing for one that did not come to its end. */
function useCountedResults(sample: SampleView): readonly CheckResult[] {
  const off = usePlayground((state) => state.run?.comparison.settings.off);
  return useMemo(() => {
    if (isLeftOut(sample)) return [];
    return (sample.result?.checks ?? []).filter(({ id }) => !off?.includes(id));
  }, [sample, off]);
}

function Quiet({ children }: { children: ReactNode }) {
  return <p className="font-sans text-base text-soft">{children}</p>;
}

function emptyWords({ phase, thinking }: SampleView, mark: string): string {
  if (phase === "waiting") return "Waits for its turn.";
  if (mark === "writing") return thinking === "" ? "Asked. Waiting for the first word …" : "Thinking …";
  return "No text.";
}

function Thinking({ text, writing }: { text: string; writing: boolean }) {
  return (
    <Disclosure
      summary={writing ? "Thinking …" : `Thinking (${counted(countWords(text), "word")})`}
      className="mb-2"
    >
      <div className="mt-1 max-h-60 overflow-y-auto border-l-2 border-line pl-3 text-base written wrap-anywhere whitespace-pre-wrap text-soft">
        {text}
      </div>
    </Disclosure>
  );
}
