"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { Calibration } from "#lib/judging/calibrate.ts";
import { judgementBias } from "#lib/judging/judgement.ts";
import { JudgeSamples } from "./judge-samples.tsx";
import { JudgeVerdicts } from "./judge-verdicts.tsx";
import { positionWords, spentWords, trustWords } from "./judge-words.ts";
import type { Answers } from "./use-answers.ts";
import type { JudgementState } from "./use-judgement.ts";

interface JudgeReportProps {
  answers: Answers;
  asked: JudgementState;
  calibration: Calibration;
}

/** What it cost, whether to believe it, and what it said: folded while it may not be believed. */
export function JudgeReport({ answers, asked, calibration }: JudgeReportProps) {
  const { phase, judgement, problem } = asked;
  if (phase === "idle" || phase === "asking") return null;
  return (
    <div className="mt-5 flex flex-col gap-3">
      {problem !== null && (
        <Notice tone="bad" title="The judge could not finish." announce="alert" className="max-w-3xl">
          {problem.message}
        </Notice>
      )}
      {judgement !== null && (
        <>
          <p className="text-sm text-soft">
            {judgement.judge.model}
            {judgement.promptVersion !== null && ` (${judgement.promptVersion})`}: {spentWords(judgement)}
            {phase === "stopped" && ". Stopped: calls that were under way may still be charged"}.
          </p>
          <Trust calibration={calibration} />
          <Leaning asked={asked} />
          {answers.demonstration && (
            <p className="text-soft">Practice: it judged bundled or simulated answers, not a model.</p>
          )}
          <Folded folded={calibration.judge.kind === "hidden"}>
            <JudgeVerdicts answers={answers} judgement={judgement} />
            <JudgeSamples answers={answers} judgement={judgement} />
          </Folded>
        </>
      )}
      {judgement === null && phase === "stopped" && (
        <p className="text-soft">Stopped before anything was judged.</p>
      )}
    </div>
  );
}

function Trust({ calibration }: { calibration: Calibration }) {
  const { title, text } = trustWords(calibration);
  return (
    <Notice tone={calibration.judge.kind === "shown" ? "good" : "info"} title={title} className="max-w-3xl">
      {text}
    </Notice>
  );
}

/** Position first: it is what makes verdicts worthless. Length is said quietly. */
function Leaning({ asked: { judgement } }: { asked: JudgementState }) {
  if (judgement === null) return null;
  const bias = judgementBias(judgement);
  const changed = judgement.judged.filter(({ because }) => because === "orders-disagree").length;
  const position = positionWords(bias, changed);
  return position === null ? null : (
    <Notice tone="bad" title="It follows the place." className="max-w-3xl">
      {position}
    </Notice>
  );
}

/** What is folded is still there for whoever wants to see what was paid for. */
function Folded({ folded, children }: { folded: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (!folded) return children;
  return (
    <div>
      <Button
        look="plain"
        size="small"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="-ml-2"
      >
        <ChevronRight
          aria-hidden
          size={15}
          className={classNames("shrink-0 transition-transform", open && "rotate-90")}
        />
        Look at its verdicts anyway; they count for nothing
      </Button>
      <div id={id} hidden={!open} className="mt-3">
        {open && children}
      </div>
    </div>
  );
}
