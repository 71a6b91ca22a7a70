import type { ModelListing, ProviderListing } from "#lib/providers/listing.ts";
import type { ModelRef } from "#lib/providers/types.ts";
import { vendorOf } from "./vendor.ts";

export interface SuggestedJudge {
  judge: ModelRef;
  label: string;
  /** False when every usable model is of a vendor whose outputs are to be judged: models favour their own kind. */
  otherVendor: boolean;
}

/**
 * Output price, US dollars per million tokens, of a model that judges well and costs little. A price is the only
 * sign of strength that a listing has, so the model nearest to it, by ratio, is taken.
 */
const MIDDLE_PRICE_USD = 4;

interface Candidate extends SuggestedJudge {
  used: boolean;
  /** Distance from the middle price as a ratio's logarithm; unknown and free prices come last. */
  distance: number;
}

/**
 * The model to offer as a judge of outputs by `used`: configured, no demo, of another vendor if there is one,
 * then not a used model itself, then middle-priced. Null when no language model can be called.
 */
export function suggestJudge(
  listings: readonly ProviderListing[],
  used: readonly ModelRef[],
): SuggestedJudge | null {
  const usedVendors = new Set(used.map(vendorOf));
  const candidates = listings
    .filter(({ configured, id }) => configured && id !== "demo")
    .flatMap(({ id: provider, models }) =>
      models.map((model) => candidate({ provider, model: model.id }, model, used, usedVendors)),
    );
  const [best] = candidates.sort(
    (one, other) =>
      Number(other.otherVendor) - Number(one.otherVendor) ||
      Number(one.used) - Number(other.used) ||
      one.distance - other.distance,
  );
  if (best === undefined) return null;
  const { judge, label, otherVendor } = best;
  return { judge, label, otherVendor };
}

function candidate(
  judge: ModelRef,
  { label, price }: ModelListing,
  used: readonly ModelRef[],
  usedVendors: ReadonlySet<string>,
): Candidate {
  const usd = price?.outputUsdPerMillion ?? 0;
  return {
    judge,
    label,
    otherVendor: !usedVendors.has(vendorOf(judge)),
    used: used.some(({ provider, model }) => provider === judge.provider && model === judge.model),
    distance: usd > 0 ? Math.abs(Math.log(usd / MIDDLE_PRICE_USD)) : Number.MAX_VALUE,
  };
}
