import type { ModelRef } from "#lib/providers/types.ts";
import { biasOf } from "./bias.ts";
import type { Bias, JudgeEvent, PairJudged } from "./events.ts";
import type { OutputJudged } from "./judge-summary.ts";
import { callsOf, type JudgeWork, planUnits } from "./plan.ts";
import type { Pair } from "./request.ts";

/** What is known of a judgement at one moment; it may take several requests. */
export interface Judgement {
  judge: ModelRef;
  /** Null until the judge has begun. */
  promptVersion: string | null;
  pairs: readonly Pair[];
  judged: readonly PairJudged[];
  outputs: readonly OutputJudged[];
  /** Calls whose verdict is here, of all that were planned. */
  done: number;
  calls: number;
  tokens: number;
  /** US dollars so far; null when the price is unknown. */
  costUsd: number | null;
  /** The sentence of a judge that gave up. */
  error: string | null;
}

/** A judgement of which nothing has been asked yet. */
export function openJudgement(judge: ModelRef, work: readonly JudgeWork[]): Judgement {
  const pairs = new Map(work.flatMap((one) => one.pairs).map((pair) => [pair.id, pair]));
  return {
    judge,
    promptVersion: null,
    pairs: [...pairs.values()],
    judged: [],
    outputs: [],
    done: 0,
    calls: work.flatMap(planUnits).reduce((sum, unit) => sum + callsOf(unit), 0),
    tokens: 0,
    costUsd: 0,
    error: null,
  };
}

/** The judgement after one more event of any of its requests. */
export function withJudgeEvent(state: Judgement, event: JudgeEvent): Judgement {
  switch (event.type) {
    case "judge-start":
      return { ...state, promptVersion: event.data.promptVersion };
    case "pair-judged":
      return {
        ...spent(state, event.data),
        judged: [...state.judged, event.data],
        done: state.done + event.data.orders.length,
      };
    case "output-judged": {
      const { pair, side, items } = event.data;
      const asked = items.some(({ because }) => because !== "nothing-to-judge");
      return {
        ...spent(state, event.data),
        outputs: [...state.outputs, { pair, side, items }],
        done: state.done + (asked ? 1 : 0),
      };
    }
    case "judge-error":
      return { ...state, error: event.data.message };
    case "judge-end":
      return state;
  }
}

/** What shows whether the judge likes long texts or one place, over all that has been judged. */
export function judgementBias({ pairs, judged }: Judgement): Bias {
  return biasOf(pairs, judged);
}

interface Spent {
  usage: { inputTokens: number; outputTokens: number };
  costUsd: number | null;
}

function spent(state: Judgement, { usage, costUsd }: Spent): Judgement {
  return {
    ...state,
    tokens: state.tokens + usage.inputTokens + usage.outputTokens,
    costUsd: state.costUsd === null || costUsd === null ? null : state.costUsd + costUsd,
  };
}
