import type { Comparison, Variant } from "#lib/comparison/schema.ts";
import type { ModelListing, ProviderListing } from "#lib/providers/listing.ts";
import type { ModelRef, ParamName } from "#lib/providers/types.ts";
import { SIDES, type Side } from "./state.ts";

/** The variant of a side. A comparison has at least two, so it is always there. */
export function variantOf(comparison: Comparison, side: Side): Variant {
  const variant = comparison.variants[side];
  if (variant === undefined) throw new Error("a comparison has two variants");
  return variant;
}

export function changeVariant(
  comparison: Comparison,
  sides: readonly Side[],
  change: Partial<Variant>,
): Comparison {
  const variants = comparison.variants.map((variant, index) =>
    sides.some((side) => side === index) ? { ...variant, ...change } : variant,
  );
  return { ...comparison, variants };
}

export function sameModels(comparison: Comparison): boolean {
  const [before, after] = SIDES.map((side) => variantOf(comparison, side).model);
  return before?.provider === after?.provider && before?.model === after?.model;
}

export function findModel(providers: readonly ProviderListing[], ref: ModelRef): ModelListing | undefined {
  return findProvider(providers, ref)?.models.find(({ id }) => id === ref.model);
}

export function findProvider(
  providers: readonly ProviderListing[],
  ref: ModelRef,
): ProviderListing | undefined {
  return providers.find(({ id }) => id === ref.provider);
}

/** The part of a variant that its model takes: a parameter set for another model is kept, but not sent. */
export function withTakenParams(variant: Variant, model: ModelListing | undefined): Variant {
  if (model === undefined) return variant;
  const taken: readonly string[] = model.capabilities.params satisfies readonly ParamName[];
  const params = Object.fromEntries(Object.entries(variant.params).filter(([name]) => taken.includes(name)));
  return { ...variant, params };
}
