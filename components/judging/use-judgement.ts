import { useCallback, useEffect, useRef, useState } from "react";
import type { AnswerPair } from "#lib/judging/answer-pairs.ts";
import { judgeBatches } from "#lib/judging/batches.ts";
import { askJudge, type JudgeProblem } from "#lib/judging/client.ts";
import type { SoftCriterion } from "#lib/judging/criteria.ts";
import { type Judgement, openJudgement, withJudgeEvent } from "#lib/judging/judgement.ts";
import type { JudgeWork } from "#lib/judging/plan.ts";
import type { ModelRef } from "#lib/providers/types.ts";

export type JudgePhase = "idle" | "asking" | "complete" | "stopped" | "failed";

export interface JudgementState {
  phase: JudgePhase;
  /** Null before the judge was asked, and when it refused before anything was judged. */
  judgement: Judgement | null;
  problem: JudgeProblem | null;
}

export interface AskedJudge extends JudgementState {
  ask(judge: ModelRef, work: readonly JudgeWork[]): Promise<void>;
  stop(): void;
}

const LOST: JudgeProblem = {
  code: "lost",
  message:
    "The connection broke off before the judge was done. What had been judged is kept; ask again for the rest.",
};

/** What a judgement asks for: every pair by every criterion, then each output by those that one text can meet. */
export function judgeWork(pairs: readonly AnswerPair[], criteria: readonly SoftCriterion[]): JudgeWork[] {
  if (pairs.length === 0 || criteria.length === 0) return [];
  const bare = (some: readonly SoftCriterion[]) => some.map(({ id, text }) => ({ id, text }));
  const rubric = bare(criteria.filter((one) => one.rubric));
  return [
    ...judgeBatches({ mode: "pairwise", criteria: bare(criteria), pairs: [...pairs] }),
    ...(rubric.length === 0 ? [] : judgeBatches({ mode: "rubric", criteria: rubric, pairs: [...pairs] })),
  ];
}

/** Asks, one request after the other, until all is judged or something ends it. Leaving the page stops paying. */
export function useJudgement(): AskedJudge {
  const [state, setState] = useState<JudgementState>({ phase: "idle", judgement: null, problem: null });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const ask = useCallback(async (judge: ModelRef, work: readonly JudgeWork[]) => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    let judgement = openJudgement(judge, work);
    setState({ phase: "asking", judgement, problem: null });
    const end = (phase: JudgePhase, problem: JudgeProblem | null) => {
      if (controller.current === mine)
        setState({ phase, judgement: nothing(judgement) ? null : judgement, problem });
    };
    for (const one of work) {
      const outcome = await askJudge(
        { judge, ...one, params: {} },
        (event) => {
          judgement = withJudgeEvent(judgement, event);
          setState({ phase: "asking", judgement, problem: null });
        },
        { signal: mine.signal },
      );
      if (outcome.kind === "left") return end("stopped", null);
      if (outcome.kind === "refused") return end("failed", outcome.problem);
      if (outcome.kind === "lost") return end("failed", LOST);
      if (judgement.error !== null) return end("failed", { code: "judge", message: judgement.error });
    }
    end("complete", null);
  }, []);
  const stop = useCallback(() => controller.current?.abort(), []);
  return { ...state, ask, stop };
}

function nothing({ judged, outputs }: Judgement): boolean {
  return judged.length === 0 && outputs.length === 0;
}
