"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { usePlayground } from "#components/playground/context.tsx";
import { Button } from "#components/ui/button.tsx";
import { type Ballot, blindVotes } from "#lib/judging/ballot.ts";
import { calibrate } from "#lib/judging/calibrate.ts";
import { rubricTally } from "#lib/judging/judge-summary.ts";
import { Invitation } from "./invitation.tsx";
import { JudgeForm } from "./judge-form.tsx";
import { JudgeReport } from "./judge-report.tsx";
import { neededWords } from "./judge-words.ts";
import { publishJudgedRows } from "./judged-rows.ts";
import type { Answers } from "./use-answers.ts";
import { useJudgement } from "./use-judgement.ts";
import { useOpener } from "./use-opener.ts";

interface JudgeRegionProps {
  answers: Answers;
  ballot: Ballot;
  open: boolean;
  onOpen: (open: boolean) => void;
  className?: string;
}

/** A model as judge: asked in both orders, held against people, hidden until it agrees with them. */
export function JudgeRegion({ answers, ballot, open, onOpen, className }: JudgeRegionProps) {
  const comparison = usePlayground((state) => state.run?.comparison);
  const asked = useJudgement();
  const { phase, judgement } = asked;
  const opener = useOpener(open);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (open) heading.current?.focus({ preventScroll: true });
  }, [open]);
  // What was asked about; answers that arrive later were not judged.
  const [about, setAbout] = useState(answers);
  const calibration = useMemo(
    () => calibrate(judgement?.judged ?? [], blindVotes(ballot.votes)),
    [judgement, ballot.votes],
  );
  const believed = phase !== "asking" && judgement !== null && calibration.judge.kind === "shown";

  useEffect(() => {
    if (!believed || judgement === null || comparison === undefined) return;
    const rows = about.criteria
      .filter(({ rubric }) => rubric)
      .map(({ id }) => {
        const before = rubricTally(id, "a", judgement.outputs);
        return [id, { before, after: rubricTally(id, "b", judgement.outputs) }] as const;
      });
    publishJudgedRows(comparison, new Map(rows));
    return () => publishJudgedRows(null, null);
  }, [believed, judgement, comparison, about]);

  return (
    <section aria-label="Judge" className={className}>
      {open ? (
        <>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
              Judge
            </h2>
            <Button look="plain" size="small" onClick={() => onOpen(false)}>
              Close
            </Button>
          </div>
          <JudgeForm
            answers={answers}
            phase={phase}
            judgement={judgement}
            onAsk={(judge, work) => {
              setAbout(answers);
              void asked.ask(judge, work);
            }}
            onStop={asked.stop}
          />
          <JudgeReport answers={about} asked={asked} calibration={calibration} />
        </>
      ) : (
        <Invitation
          heading="Judge"
          actions={
            <Button ref={opener} onClick={() => onOpen(true)}>
              {judgement === null ? "Ask a judge" : "Show the judge"}
            </Button>
          }
        >
          <p>
            A model can compare the answers too, in both orders and without names.{" "}
            {neededWords(answers.pairs, answers.criteria.length)}
          </p>
        </Invitation>
      )}
    </section>
  );
}
