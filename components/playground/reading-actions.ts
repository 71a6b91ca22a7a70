import type { AnswerRule } from "#lib/comparison/answer-rule.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { GetState, PlaygroundActions, SetState } from "./state.ts";

type ReadingActions = Pick<
  PlaygroundActions,
  "setReading" | "show" | "showEvidence" | "dismissNotice" | "setWithFurther" | "setAnswerRule"
>;

function withAnswer(comparison: Comparison, answer: AnswerRule | undefined): Comparison {
  const { answer: _, ...settings } = comparison.settings;
  return { ...comparison, settings: answer === undefined ? settings : { ...settings, answer } };
}

/** How outputs are looked at; nothing here changes the document or a run. */
export function readingActions(set: SetState, get: GetState): ReadingActions {
  return {
    setReading(reading) {
      set((state) => ({ reading: { ...state.reading, ...reading } }));
    },
    show(side, tab) {
      set(({ shown, run }) => {
        // With several cases the other side shows the same one: two answers to different questions tell nothing.
        if ((run?.comparison.cases.length ?? 0) > 1) return { shown: [tab, tab] };
        return { shown: side === 0 ? [tab, shown[1]] : [shown[0], tab] };
      });
    },
    setWithFurther(on) {
      set({ withFurther: on });
    },
    setAnswerRule(answer) {
      set(({ comparison }) => ({ comparison: withAnswer(comparison, answer) }));
    },
    showEvidence(check) {
      set({ evidence: get().evidence === check ? null : check });
    },
    dismissNotice() {
      set({ notice: null });
    },
  };
}
