import "server-only";
import { AppError } from "#lib/base/errors.ts";
import { MAX_CALLS } from "#lib/base/limits.ts";
import { holdAll } from "#lib/checks/hold.ts";
import { allChecks, type ContractCheck } from "#lib/comparison/derive.ts";
import { fillChecks, unfilledIn } from "#lib/comparison/fill-checks.ts";
import { EMPTY_CASE, planSamples } from "#lib/comparison/plan.ts";
import type { Case, Variant } from "#lib/comparison/schema.ts";
import { type CompiledPrompt, compile, isEmptyPrompt } from "#lib/prompt/compile.ts";
import type { ResolvedConnection } from "#lib/providers/credentials.server.ts";
import { contextWindowOf, costUsd } from "#lib/providers/prices.server.ts";
import { protocolOf } from "#lib/providers/protocols.server.ts";
import type { Clocks } from "#lib/providers/types.ts";
import { clocksFor } from "./clocks.ts";
import type { SampleKey } from "./events.ts";
import { refuseOversized } from "./filled-size.ts";
import type { PreparedRun } from "./job.server.ts";
import { atField, refuseTwins } from "./refusals.ts";
import type { RunRequest } from "./request.ts";
import type { PlannedSample } from "./sample.server.ts";
import { estimateTokens } from "./usage.ts";

interface PreparedVariant {
  variant: Variant;
  resolved: ResolvedConnection;
  clocks: Clocks;
}

/**
 * Turns a request into calls. Everything that can be refused is refused here, before anything is paid for;
 * each refusal names its field.
 * @throws AppError prompt-empty, variable-missing, prompt-too-long, too-many-calls, no-key, unknown-provider, invalid-body
 */
export function prepareRun(
  request: RunRequest,
  resolve: (provider: string) => ResolvedConnection,
  clocks: Partial<Clocks> = {},
): PreparedRun {
  const cases = request.cases.length === 0 ? [EMPTY_CASE] : request.cases;
  refuseTwins("variants", request.variants);
  refuseTwins("cases", cases);
  refuseTwins("checks", request.checks);
  const planned = plannedKeys(request, cases);
  const variants = new Map(
    request.variants.map((variant, index) => [variant.id, prepareVariant(variant, index, resolve, clocks)]),
  );
  refuseOversized(
    [
      ...request.variants.map(({ prompt }, index) => ({ field: `variants.${index}.prompt`, value: prompt })),
      { field: "checks", value: request.checks },
    ],
    cases,
  );
  const compiled = compileAll(request.variants, cases, variants);
  const checks = allChecks({ ...request, settings: { off: request.off } });
  // What is added to a run keeps to its contract, also where that was changed with the answers in sight.
  if (request.only === undefined) refuseUnfilled(checks, cases);
  const samples = planned.map((key) => planSample(key, variants, compiled));
  return {
    samples,
    holdChecks({ key }, text) {
      const values = cases.find(({ id }) => id === key.case)?.values ?? {};
      return holdAll(fillChecks(checks, values), text);
    },
    costUsd(sample, usage) {
      const variant = variants.get(sample.key.variant);
      return variant === undefined ? null : costUsd(variant.resolved.row, sample.model, usage);
    },
  };
}

function plannedKeys(request: RunRequest, cases: readonly Case[]): SampleKey[] {
  const variantIds = request.variants.map(({ id }) => id);
  const caseIds = cases.map(({ id }) => id);
  const planned = request.only ?? planSamples(variantIds, caseIds, request.samples);
  if (planned.length > MAX_CALLS) {
    throw new AppError(
      "too-many-calls",
      `This would make ${planned.length} calls; one run makes at most ${MAX_CALLS}. Use fewer samples or cases.`,
      { field: "samples" },
    );
  }
  const seen = new Set<string>();
  planned.forEach((key, index) => {
    const cell = `${key.variant}\n${key.case}\n${key.sample}`;
    if (seen.has(cell)) {
      throw new AppError("invalid-body", "This sample is there twice.", { field: `only.${index}` });
    }
    seen.add(cell);
    if (!variantIds.includes(key.variant) || !caseIds.includes(key.case)) {
      throw new AppError("invalid-body", "This sample belongs to no variant or case of the request.", {
        field: `only.${index}`,
      });
    }
  });
  return planned;
}

function prepareVariant(
  variant: Variant,
  index: number,
  resolve: (provider: string) => ResolvedConnection,
  clocks: Partial<Clocks>,
): PreparedVariant {
  if (isEmptyPrompt(variant.prompt)) {
    throw new AppError("prompt-empty", "This prompt is empty. Write something to send to the model.", {
      field: `variants.${index}.prompt`,
    });
  }
  return {
    variant,
    resolved: atField(`variants.${index}.model`, () => resolve(variant.model.provider)),
    clocks: { ...clocksFor(variant.model), ...clocks },
  };
}

function compileAll(
  variants: readonly Variant[],
  cases: readonly Case[],
  prepared: ReadonlyMap<string, PreparedVariant>,
): Map<string, CompiledPrompt> {
  const compiled = new Map<string, CompiledPrompt>();
  variants.forEach((variant, index) => {
    cases.forEach((row, caseIndex) => {
      const prompt = compile(variant.prompt, row.values);
      refuseMissing(prompt.missing, caseIndex, cases);
      refuseOverWindow(variant, index, prompt, prepared);
      compiled.set(`${variant.id}\n${row.id}`, prompt);
    });
  });
  return compiled;
}

/** What the checks look for has to be known as what the prompts say. */
function refuseUnfilled(checks: readonly ContractCheck[], cases: readonly Case[]): void {
  cases.forEach(({ values }, caseIndex) => {
    refuseMissing(unfilledIn(checks, values), caseIndex, cases);
  });
}

function refuseMissing([missing]: readonly string[], caseIndex: number, cases: readonly Case[]): void {
  if (missing === undefined) return;
  const where = cases.length > 1 ? ` in case ${caseIndex + 1} of ${cases.length}` : "";
  throw new AppError("variable-missing", `{{${missing}}} has no value yet${where}. Fill it in, then run.`, {
    field: `cases.${caseIndex}.values.${missing}`,
  });
}

function refuseOverWindow(
  variant: Variant,
  index: number,
  prompt: CompiledPrompt,
  prepared: ReadonlyMap<string, PreparedVariant>,
): void {
  const row = prepared.get(variant.id)?.resolved.row;
  const window = row === undefined ? undefined : contextWindowOf(row, variant.model.model);
  if (window === undefined) return;
  const tokens = estimateTokens(prompt.messages.reduce((sum, { content }) => sum + content.length, 0));
  if (tokens <= window) return;
  const count = (value: number) => value.toLocaleString("en-US");
  throw new AppError(
    "prompt-too-long",
    `This prompt is about ${count(tokens)} tokens; ${variant.model.model} takes ${count(window)}. Shorten it or pick a model with a larger window.`,
    { field: `variants.${index}.prompt` },
  );
}

function planSample(
  key: SampleKey,
  variants: ReadonlyMap<string, PreparedVariant>,
  compiled: ReadonlyMap<string, CompiledPrompt>,
): PlannedSample {
  const prepared = variants.get(key.variant);
  const prompt = compiled.get(`${key.variant}\n${key.case}`);
  if (prepared === undefined || prompt === undefined) throw new Error("a planned sample has no variant");
  const { variant, resolved, clocks } = prepared;
  return planCall(resolved, {
    key,
    model: variant.model.model,
    messages: prompt.messages,
    params: variant.params,
    clocks,
  });
}

type Call = Omit<PlannedSample, "protocol" | "connection" | "keyId" | "cancelStopsBilling">;

/** A call with the one credential that the server chose for it; for runs and for what is asked beside them. */
export function planCall({ row, connection, keyId }: ResolvedConnection, call: Call): PlannedSample {
  return {
    ...call,
    protocol: protocolOf(row.protocol),
    connection,
    keyId,
    cancelStopsBilling: row.cancelStopsBilling === true,
  };
}
