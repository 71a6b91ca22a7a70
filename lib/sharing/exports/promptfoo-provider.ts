import type { Params, Variant } from "#lib/comparison/schema.ts";
import { anthropicBody } from "#lib/providers/anthropic-body.ts";
import { capabilitiesOf } from "#lib/providers/capabilities.ts";
import { providerRow, variableNames } from "#lib/providers/catalogue.ts";
import { openaiBody } from "#lib/providers/openai-body.ts";
import { takenParams } from "../taken-params.ts";
import type { Templates } from "./promptfoo-templates.ts";

export interface FooProvider {
  id: string;
  config?: Record<string, unknown>;
}

/** A variant's model as promptfoo names it, with what our own run would send; keys come from the environment there too. */
export function providerOf(variant: Variant, templates: Templates, leftOut: string[]): FooProvider {
  const { provider, model } = variant.model;
  const row = providerRow(provider);
  const request = { model, messages: [], params: inertParams(variant, templates, leftOut) };
  if (row?.protocol === "anthropic-messages") {
    const {
      model: _model,
      messages: _messages,
      stream: _stream,
      output_config,
      ...settings
    } = anthropicBody(request);
    const sampled = capabilitiesOf(provider, model).params.includes("temperature");
    return {
      id: `anthropic:messages:${templates.literal(model)}`,
      config: {
        ...settings,
        // promptfoo asks for 0 where nothing is said; the service's own default is 1.
        ...(sampled && settings.temperature === undefined && settings.top_p === undefined
          ? { temperature: 1 }
          : {}),
        ...(output_config === undefined ? {} : { effort: output_config.effort }),
      },
    };
  }
  if (row?.protocol !== "openai-chat") {
    say(
      leftOut,
      "The demo is no model: promptfoo will echo the prompts until you name one under “providers”.",
    );
    return { id: "echo" };
  }
  const {
    model: _model,
    messages: _messages,
    stream: _stream,
    stream_options: _options,
    ...settings
  } = openaiBody(row, request);
  const names = variableNames(row);
  const elsewhere = row.id !== "openai";
  const address = row.baseUrl ?? `{{ env.${names.baseUrl} }}`;
  return {
    id: `openai:chat:${templates.literal(model)}`,
    config: {
      // Without this promptfoo adds a temperature of 0 and a limit of 1024 tokens.
      omitDefaults: true,
      ...(elsewhere ? { apiBaseUrl: address } : {}),
      ...(elsewhere && row.auth === "key" ? { apiKeyEnvar: names.apiKey } : {}),
      ...(elsewhere && row.auth === "optional" ? { apiKeyRequired: false } : {}),
      ...(Object.keys(settings).length === 0 ? {} : { passthrough: settings }),
    },
  };
}

/** Settings are the one place where promptfoo fills in the environment and nothing undoes a sign that stands for itself. */
function inertParams(variant: Variant, templates: Templates, leftOut: string[]): Params {
  const { stop, ...params } = takenParams(variant);
  if (stop === undefined) return params;
  const kept = stop.filter((sequence) => !templates.isRun(sequence));
  if (kept.length < stop.length) {
    say(leftOut, "Stop sequences that promptfoo would take for a template or a file were left out.");
  }
  return kept.length === 0 ? params : { ...params, stop: kept };
}

function say(leftOut: string[], sentence: string): void {
  if (!leftOut.includes(sentence)) leftOut.push(sentence);
}
