import type { Comparison, Variant } from "#lib/comparison/schema.ts";
import type { ProviderListing } from "#lib/providers/listing.ts";
import { findModel, variantOf, withTakenParams } from "./sides.ts";
import { SIDE_LABELS, SIDES } from "./state.ts";

/**
 * What one press on Run makes: the two sides, and the further variants where those are wanted. A further variant is
 * a control of the wording, so it runs on the model and the settings of After.
 */
export function playedVariants(
  comparison: Comparison,
  withFurther: boolean,
  providers: readonly ProviderListing[],
): Variant[] {
  const { model, params } = variantOf(comparison, 1);
  const further = withFurther ? furtherOf(comparison).map((variant) => ({ ...variant, model, params })) : [];
  return [...SIDES.map((side) => variantOf(comparison, side)), ...further].map((variant) =>
    withTakenParams(variant, findModel(providers, variant.model)),
  );
}

/** The variants beside the pair: a placebo, a control, a lane. */
export function furtherOf(comparison: Comparison): Variant[] {
  return comparison.variants.slice(SIDES.length);
}

/** What a variant is called: a side by its place, a further one by its own name. */
export function nameOf(comparison: Comparison, index: number): string {
  const side = SIDE_LABELS[index];
  if (side !== undefined) return side;
  const own = comparison.variants[index]?.label?.trim() ?? "";
  return own === "" ? `Variant ${index + 1}` : own;
}

/** What a side is called besides Before or After, where the comparison has a name of its own for it. */
export function ownName(comparison: Comparison, index: number): string {
  const own = comparison.variants[index]?.label?.trim() ?? "";
  return own === SIDE_LABELS[index] ? "" : own;
}
