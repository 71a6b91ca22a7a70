import type { Comparison } from "#lib/comparison/schema.ts";
import { overWindow } from "#lib/runs/estimate.ts";
import type { Engine } from "./engine.ts";
import { formatCount } from "./format.ts";
import { findModel, findProvider, variantOf } from "./sides.ts";
import { type Listing, SIDE_LABELS, SIDES } from "./state.ts";

/** What would make a run fail for sure, by field; empty when it can start. The server checks all of it again. */
export function problemsBeforeRun(
  comparison: Comparison,
  listing: Listing,
  engine: Engine,
): Record<string, string> {
  const problems: Record<string, string> = {};
  const values = comparison.cases[0]?.values ?? {};
  for (const side of SIDES) {
    const { prompt, model } = variantOf(comparison, side);
    const compiled = engine.compile(prompt, values);
    const chars = compiled.messages.reduce((sum, { content }) => sum + content.length, 0);
    const over = overWindow(chars, findModel(listing.providers, model));
    const provider = findProvider(listing.providers, model);
    if (engine.isEmptyPrompt(prompt, values)) {
      problems[`variants.${side}.prompt`] =
        `The ${SIDE_LABELS[side]} prompt is empty. Write what you would ask the model.`;
    } else if (over !== null) {
      problems[`variants.${side}.prompt`] =
        `This prompt is about ${formatCount(over.tokens)} tokens; ${model.model} takes ${formatCount(over.window)}. Shorten it or pick a model with a larger window.`;
    }
    for (const name of compiled.missing) problems[`cases.0.values.${name}`] = noValue(name);
    if (provider !== undefined && !provider.configured) {
      problems[`variants.${side}.model`] =
        `${provider.label} needs a key before it can answer. Add one under Keys, or pick another model.`;
    }
  }
  for (const name of engine.unfilledIn(engine.allChecks(comparison), values)) {
    problems[`cases.0.values.${name}`] ??= noValue(name);
  }
  return problems;
}

function noValue(name: string): string {
  return `{{${name}}} has no value yet. Fill it in, then run.`;
}
