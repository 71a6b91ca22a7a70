"use client";

import Link from "next/link";
import { useEffect, useMemo, useState } from "react";
import { usePlayground } from "#components/playground/context.tsx";
import { counted, formatCount, formatUsd } from "#components/playground/format.ts";
import { ModelPicker } from "#components/playground/model-picker.tsx";
import { findModel, findProvider, variantOf } from "#components/playground/sides.ts";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { estimateJudging } from "#lib/judging/estimate.ts";
import type { Judgement } from "#lib/judging/judgement.ts";
import type { JudgeWork } from "#lib/judging/plan.ts";
import { suggestJudge } from "#lib/judging/suggest-judge.ts";
import { vendorOf } from "#lib/judging/vendor.ts";
import type { ModelListing } from "#lib/providers/listing.ts";
import type { ModelRef } from "#lib/providers/types.ts";
import { CriteriaBoxes } from "./criteria-boxes.tsx";
import { neededWords } from "./judge-words.ts";
import type { Answers } from "./use-answers.ts";
import { type JudgePhase, judgeWork } from "./use-judgement.ts";

interface JudgeFormProps {
  answers: Answers;
  phase: JudgePhase;
  judgement: Judgement | null;
  onAsk: (judge: ModelRef, work: readonly JudgeWork[]) => void;
  onStop: () => void;
}

/** Which model, which questions, what it is likely to cost. */
export function JudgeForm({ answers, phase, judgement, onAsk, onStop }: JudgeFormProps) {
  const listing = usePlayground((state) => state.listing);
  const loadModels = usePlayground((state) => state.loadModels);
  const comparison = usePlayground((state) => state.run?.comparison);
  const [picked, setPicked] = useState<ModelRef | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>(() => answers.criteria.map(({ id }) => id));
  const used = useMemo(
    () => (comparison === undefined ? [] : [variantOf(comparison, 0).model, variantOf(comparison, 1).model]),
    [comparison],
  );
  const suggested = useMemo(() => suggestJudge(listing.providers, used), [listing.providers, used]);
  const judge = picked ?? judgement?.judge ?? suggested?.judge ?? null;
  const work = useMemo(
    () =>
      judgeWork(
        answers.pairs,
        answers.criteria.filter(({ id }) => chosen.includes(id)),
      ),
    [answers, chosen],
  );
  useEffect(() => {
    if (listing.state === "unread") void loadModels();
  }, [listing.state, loadModels]);

  if (judge === null) return <NoJudge reading={listing.state === "reading" || listing.state === "unread"} />;
  const demo = judge.provider === "demo";
  const asking = phase === "asking";
  return (
    <div className="mt-2">
      <p className="max-w-[72ch] text-soft">
        It reads each pair twice, once in either order, and sees nothing but the two texts and a question. The
        same text named both times is a win; anything else is a tie.
      </p>
      <p className="mt-1.5 max-w-[72ch] text-soft">{neededWords(answers.pairs, chosen.length)}</p>
      <div className="mt-3 grid max-w-3xl grid-cols-[minmax(0,1fr)] items-start gap-x-5 gap-y-3 md:grid-cols-[22rem_minmax(0,1fr)]">
        <ModelPicker label="Judge" value={judge} onChange={setPicked} field="judge" />
        <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2">
          {/* One button throughout: whoever pressed it keeps the focus. */}
          <Button
            look={asking ? "quiet" : "primary"}
            disabled={demo && !asking}
            onClick={() => (asking ? onStop() : onAsk(judge, work))}
          >
            {asking ? "Stop judging" : judgement === null ? "Ask the judge" : "Ask again"}
          </Button>
          {!asking && !demo && (
            <span className="text-sm text-soft tabular-nums">
              <Estimated
                work={work}
                listed={findModel(listing.providers, judge)}
                free={findProvider(listing.providers, judge)?.source === "local"}
              />
            </span>
          )}
        </div>
      </div>
      <div className="mt-2">
        <CriteriaBoxes
          legend="Questions to the judge"
          criteria={answers.criteria}
          chosen={chosen}
          onChosen={setChosen}
        />
      </div>
      <p className="mt-1 max-w-[72ch] text-sm text-soft">{vendorWords(judge, used)}</p>
      {asking && judgement !== null && (
        <div className="mt-3 max-w-md text-sm text-soft">
          <Progress label="Judge" value={judgement.done} max={Math.max(1, judgement.calls)} />
          <p className="mt-1.5">
            {judgement.done} of {counted(judgement.calls, "call")}
          </p>
        </div>
      )}
      <p role="status" className="sr-only">
        {STATUS[phase]}
      </p>
    </div>
  );
}

const STATUS: Record<JudgePhase, string> = {
  idle: "",
  asking: "Asking the judge.",
  complete: "The judge is done.",
  stopped: "The judge was stopped.",
  failed: "The judge could not finish.",
};

function NoJudge({ reading }: { reading: boolean }) {
  if (reading) return <p className="mt-2 text-soft">Asking which models there are …</p>;
  return (
    <Notice
      className="mt-3 max-w-3xl"
      title="A judge has to be a language model."
      actions={
        <Link href="/keys" prefetch={false} className={buttonClass("quiet", "small")}>
          Keys
        </Link>
      }
    >
      Add a key, or start a local model server. The demonstration cannot judge.
    </Notice>
  );
}

interface EstimatedProps {
  work: readonly JudgeWork[];
  listed: ModelListing | undefined;
  free: boolean;
}

function Estimated({ work, listed, free }: EstimatedProps) {
  const { calls, tokens, money } = useMemo(() => {
    const parts = work.map((one) => estimateJudging({ ...one, judge: listed, free }));
    const usd = parts.reduce((sum, { cost }) => sum + (cost.kind === "about" ? cost.usd : 0), 0);
    const unknown = parts.some(({ cost }) => cost.kind === "unknown");
    return {
      calls: parts.reduce((sum, part) => sum + part.calls, 0),
      tokens: parts.reduce((sum, part) => sum + part.tokens, 0),
      money: unknown ? "price unknown" : usd === 0 ? "free" : `≈ ${formatUsd(usd)}`,
    };
  }, [work, listed, free]);
  return `${counted(calls, "call")} · ≈ ${formatCount(tokens)} tokens · ${money}`;
}

/** Models favour their own kind. */
function vendorWords(judge: ModelRef, used: readonly ModelRef[]): string {
  if (judge.provider === "demo")
    return "The demonstration is no language model and cannot judge. Pick another one.";
  if (used.some((model) => vendorOf(model) === vendorOf(judge))) {
    return "This judge is of the same vendor as a model that it judges; models favour their own kind.";
  }
  return "Of another vendor than what it judges.";
}
