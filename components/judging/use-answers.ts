import { useMemo } from "react";
import { usePlayground, usePlaygroundStore } from "#components/playground/context.tsx";
import { type AnswerPairs, answerPairs } from "#lib/judging/answer-pairs.ts";
import { type SoftCriterion, softCriteria } from "#lib/judging/criteria.ts";
import { textId } from "#lib/judging/text-id.ts";
import { standingOfRun } from "./run-standing.ts";

export interface Answers extends AnswerPairs {
  /** The same for the same prompts, models and cases. */
  comparisonId: string;
  criteria: readonly [SoftCriterion, ...SoftCriterion[]];
}

/** What the run has brought for people and judges to compare; null before the page can tell. */
export function useAnswers(): Answers | null {
  const store = usePlaygroundStore();
  const engine = usePlayground((state) => state.engine);
  const comparison = usePlayground((state) => state.run?.comparison);
  const standing = usePlayground(standingOfRun);
  return useMemo(() => {
    const { run } = store.getState();
    if (engine === null || comparison === undefined || run === null || standing === "") return null;
    const { variants, cases } = comparison;
    const sides = variants.slice(0, 2).map(({ prompt, model, params }) => ({ prompt, model, params }));
    return {
      ...answerPairs(comparison, run.view.samples.values()),
      comparisonId: textId(JSON.stringify([sides, cases])),
      criteria: softCriteria(engine.allChecks(comparison)),
    };
  }, [store, engine, comparison, standing]);
}
