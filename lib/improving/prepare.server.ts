import "server-only";
import { AppError } from "#lib/base/errors.ts";
import { asText } from "#lib/prompt/as-text.ts";
import { isEmptyPrompt } from "#lib/prompt/compile.ts";
import { variablesIn } from "#lib/prompt/variables.ts";
import type { ResolvedConnection } from "#lib/providers/credentials.server.ts";
import { contextWindowOf, costUsd } from "#lib/providers/prices.server.ts";
import { takesResponseSchema } from "#lib/providers/structured-output.ts";
import type { Clocks, ModelRef, Usage } from "#lib/providers/types.ts";
import { clocksFor } from "#lib/runs/clocks.ts";
import { planCall } from "#lib/runs/prepare.server.ts";
import { atField } from "#lib/runs/refusals.ts";
import type { PlannedSample } from "#lib/runs/sample.server.ts";
import { estimateTokens } from "#lib/runs/usage.ts";
import { improveParams } from "./answer-bound.ts";
import { improveMessages } from "./improve-prompt.ts";
import { REPLY_SCHEMA } from "./reply-schema.ts";
import { IMPROVED_CHARS, type ImproveRequest } from "./request.ts";

/** A call that has been checked and can start: nothing in it can be refused any more. */
export interface PreparedImprovement {
  model: ModelRef;
  call: PlannedSample;
  /** What the person wrote, as one text. */
  text: string;
  /** Names of the prompt's variables. */
  variables: string[];
  /** US dollars; null when the price is unknown. */
  costUsd(usage: Usage): number | null;
}

/**
 * Turns a request into one call. Everything that can be refused is refused here, before anything is paid for.
 * @throws AppError prompt-empty, prompt-too-long, invalid-body, no-key, unknown-provider
 */
export function prepareImprovement(
  { prompt, model, params }: ImproveRequest,
  resolve: (provider: string) => ResolvedConnection,
  clocks: Partial<Clocks> = {},
): PreparedImprovement {
  if (isEmptyPrompt(prompt)) {
    throw new AppError("prompt-empty", "This prompt is empty. Write what you want first.", {
      field: "prompt",
    });
  }
  const text = asText(prompt);
  if (text.length > IMPROVED_CHARS) {
    throw new AppError(
      "prompt-too-long",
      `This prompt has ${count(text.length)} characters; a prompt of up to ${count(IMPROVED_CHARS)} can be improved. Take pasted material out and put a {{variable}} in its place.`,
      { field: "prompt" },
    );
  }
  const resolved = atField("model", () => resolve(model.provider));
  if (resolved.row.protocol === "demo") {
    throw new AppError(
      "invalid-body",
      "The demo is no language model and cannot improve a prompt. Choose a model of another provider.",
      { field: "model" },
    );
  }
  const messages = improveMessages(text);
  const tokens = estimateTokens(messages.reduce((sum, { content }) => sum + content.length, 0));
  const window = contextWindowOf(resolved.row, model.model);
  if (window !== undefined && tokens > window) {
    throw new AppError(
      "prompt-too-long",
      `With this prompt the question is about ${count(tokens)} tokens; ${model.model} takes ${count(window)}. Pick a model with a larger window.`,
      { field: "prompt" },
    );
  }
  return {
    model,
    text,
    variables: variablesIn(prompt),
    costUsd: (usage) => costUsd(resolved.row, model.model, usage),
    call: planCall(resolved, {
      key: { variant: "improve", case: "1", sample: 0 },
      model: model.model,
      messages,
      params: improveParams(model, text.length, params),
      ...(takesResponseSchema(model.provider, model.model) ? { responseSchema: REPLY_SCHEMA } : {}),
      clocks: { ...clocksFor(model), ...clocks },
    }),
  };
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
