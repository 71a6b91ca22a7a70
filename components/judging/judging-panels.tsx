"use client";

import { useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { JudgeRegion } from "./judge-region.tsx";
import { type Answers, useAnswers } from "./use-answers.ts";
import { useBallot } from "./use-ballot.ts";
import { VoteRegion } from "./vote-region.tsx";

/** What no rule can check: people vote with the sides hidden, and a model may be asked. */
export function JudgingPanels({ className }: { className?: string }) {
  const answers = useAnswers();
  if (answers === null || answers.pairs.length === 0) return null;
  return <Panels key={answers.comparisonId} answers={answers} className={className} />;
}

function Panels({ answers, className }: { answers: Answers; className?: string }) {
  const [ballot, changeBallot] = useBallot(answers.comparisonId);
  const [open, setOpen] = useState<"vote" | "judge" | null>(null);
  return (
    <div
      className={classNames(
        "grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-7 border-t border-line pt-5.5",
        open === null && "lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]",
        className,
      )}
    >
      <VoteRegion
        answers={answers}
        ballot={ballot}
        onBallot={changeBallot}
        open={open === "vote"}
        onOpen={(opened) => setOpen(opened ? "vote" : null)}
      />
      <JudgeRegion
        answers={answers}
        ballot={ballot}
        open={open === "judge"}
        onOpen={(opened) => setOpen(opened ? "judge" : null)}
        className={open !== null ? "border-t border-line pt-5.5" : undefined}
      />
    </div>
  );
}
