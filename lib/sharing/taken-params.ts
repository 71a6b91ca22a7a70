import type { Params, Variant } from "#lib/comparison/schema.ts";
import { capabilitiesOf } from "#lib/providers/capabilities.ts";

/** The parameters that a variant's model takes; a run sends no others. */
export function takenParams({ model, params }: Pick<Variant, "model" | "params">): Params {
  const taken: readonly string[] = capabilitiesOf(model.provider, model.model).params;
  return Object.fromEntries(Object.entries(params).filter(([name]) => taken.includes(name)));
}
