import type { Variant } from "#lib/comparison/schema.ts";
import { compile } from "#lib/prompt/compile.ts";
import { ANTHROPIC_SAMPLING_VERSION, anthropicBody, asksForSampling } from "#lib/providers/anthropic-body.ts";
import { providerRow, variableNames } from "#lib/providers/catalogue.ts";
import { openaiBody } from "#lib/providers/openai-body.ts";
import { takenParams } from "../taken-params.ts";
import type { Call } from "./types.ts";

/**
 * The call that a run makes for a variant and the values of one case: its messages, its parameters as its service
 * names them. Null for the demo, behind which there is no service.
 */
export function callOf(variant: Variant, values: Readonly<Record<string, string>>): Call | null {
  const row = providerRow(variant.model.provider);
  if (row === undefined || row.protocol === "demo") return null;
  const { messages, missing } = compile(variant.prompt, values);
  const params = takenParams(variant);
  const names = variableNames(row);
  const base = {
    service: row.label,
    address: row.baseUrl,
    // A host alone, as some services have it in theirs, is no address.
    addressVariable: row.baseUrlVariable === undefined ? names.baseUrl : null,
    keyVariable: names.apiKey,
    keyNeeded: row.auth === "key",
    missing,
  };
  const request = { model: variant.model.model, messages, params };
  if (row.protocol === "openai-chat")
    return { ...base, protocol: row.protocol, body: openaiBody(row, request) };
  const version = asksForSampling(params) ? ANTHROPIC_SAMPLING_VERSION : null;
  return { ...base, protocol: row.protocol, body: anthropicBody(request), version };
}
