import "server-only";
import { AppError } from "#lib/base/errors.ts";
import type { ResolvedConnection } from "#lib/providers/credentials.server.ts";
import { contextWindowOf, costUsd } from "#lib/providers/prices.server.ts";
import type { ModelRef, Usage } from "#lib/providers/types.ts";
import { clocksFor } from "#lib/runs/clocks.ts";
import { planCall } from "#lib/runs/prepare.server.ts";
import { atField, refuseTwins } from "#lib/runs/refusals.ts";
import type { PlannedSample } from "#lib/runs/sample.server.ts";
import { estimateTokens } from "#lib/runs/usage.ts";
import { judgeParams } from "./answer-bound.ts";
import { callsOf, type JudgeUnit, messagesOf, planUnits } from "./plan.ts";
import { JUDGED_BYTES, type JudgeRequest, MAX_JUDGE_CALLS, type Pair } from "./request.ts";

export interface PreparedUnit {
  unit: JudgeUnit;
  calls: PlannedSample[];
}

/** A judgement that has been checked and can start: nothing in it can be refused any more. */
export interface PreparedJudging {
  judge: ModelRef;
  mode: JudgeRequest["mode"];
  pairs: readonly Pair[];
  units: PreparedUnit[];
  /** US dollars; null when the price is unknown. */
  costUsd(usage: Usage): number | null;
}

/**
 * Turns a request into calls. Everything that can be refused is refused here, before anything is paid for.
 * @throws AppError invalid-body, body-too-large, too-many-calls, prompt-too-long, no-key, unknown-provider
 */
export function prepareJudging(
  request: JudgeRequest,
  resolve: (provider: string) => ResolvedConnection,
): PreparedJudging {
  const { judge, mode, pairs } = request;
  refuseTwins("criteria", request.criteria);
  refuseTwins("pairs", pairs);
  refuseTooMuch(request);
  const resolved = atField("judge", () => resolve(judge.provider));
  if (resolved.row.protocol === "demo") {
    throw new AppError(
      "invalid-body",
      "The demo is no language model and cannot judge. Choose a model of another provider.",
      { field: "judge" },
    );
  }
  const units = planUnits(request).map((unit) => prepareUnit(unit, request, resolved));
  return { judge, mode, pairs, units, costUsd: (usage) => costUsd(resolved.row, judge.model, usage) };
}

function refuseTooMuch(request: JudgeRequest): void {
  const texts = [...request.pairs.flatMap(({ a, b }) => [a, b]), ...request.criteria.map(({ text }) => text)];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > JUDGED_BYTES) {
    throw new AppError(
      "body-too-large",
      `The texts are ${Math.ceil(bytes / 1024)} KB together; the judge reads at most ${JUDGED_BYTES / 1024} KB at once. Send fewer pairs.`,
      { field: "pairs" },
    );
  }
  const calls = planUnits(request).reduce((sum, unit) => sum + callsOf(unit), 0);
  if (calls > MAX_JUDGE_CALLS) {
    throw new AppError(
      "too-many-calls",
      `This would ask the judge ${calls} times; one request asks at most ${MAX_JUDGE_CALLS} times. Send fewer pairs or criteria.`,
      { field: "pairs" },
    );
  }
}

function prepareUnit(unit: JudgeUnit, request: JudgeRequest, resolved: ResolvedConnection): PreparedUnit {
  const { judge } = request;
  const calls = messagesOf(unit).map((messages): PlannedSample => {
    const chars = messages.reduce((sum, { content }) => sum + content.length, 0);
    refuseOverWindow(estimateTokens(chars), unit, request, contextWindowOf(resolved.row, judge.model));
    return planCall(resolved, {
      key: { variant: "judge", case: unit.pair.id, sample: 0 },
      model: judge.model,
      messages,
      params: judgeParams(judge, unit, request.params),
      clocks: clocksFor(judge),
    });
  });
  return { unit, calls };
}

function refuseOverWindow(
  tokens: number,
  { pair }: JudgeUnit,
  { judge, pairs }: JudgeRequest,
  window: number | undefined,
): void {
  if (window === undefined || tokens <= window) return;
  const count = (value: number) => value.toLocaleString("en-US");
  throw new AppError(
    "prompt-too-long",
    `These texts are about ${count(tokens)} tokens; ${judge.model} takes ${count(window)}. Pick a judge with a larger window.`,
    { field: `pairs.${pairs.findIndex(({ id }) => id === pair.id)}` },
  );
}
