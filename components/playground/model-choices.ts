import type { ModelPrice, ProviderListing } from "#lib/providers/listing.ts";

/** One option of the model list. */
export interface ModelChoice {
  provider: string;
  model: string;
  label: string;
  price?: ModelPrice;
  contextWindow?: number;
  /** Typed by hand: the provider may know it although its list does not. */
  typed?: boolean;
}

export interface ModelGroup {
  provider: ProviderListing;
  choices: readonly ModelChoice[];
  /** Matches beyond those that are listed. */
  more: number;
}

/** A provider with four hundred models shows this many; typing narrows it. */
const LISTED = 40;

/** The models that match every word of the query, by provider; those that can answer now come first. */
export function modelGroups(providers: readonly ProviderListing[], query: string): ModelGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = providers.map((provider) => {
    const matches = provider.models.filter((model) => {
      const text = `${provider.label} ${provider.id} ${model.id} ${model.label}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const choices: ModelChoice[] = matches.slice(0, LISTED).map(({ id, label, price, contextWindow }) => ({
      provider: provider.id,
      model: id,
      label,
      price,
      contextWindow,
    }));
    const typed = query.trim();
    if (mayTakeTyped(provider, typed)) {
      choices.push({ provider: provider.id, model: typed, label: `Use “${typed}”`, typed: true });
    }
    return { provider, choices, more: Math.max(0, matches.length - LISTED) };
  });
  return groups
    .filter(({ choices }) => choices.length > 0)
    .sort((a, b) => Number(b.provider.configured) - Number(a.provider.configured));
}

/** A model's own id may be typed where a key is there and the list does not have it. */
function mayTakeTyped(provider: ProviderListing, typed: string): boolean {
  if (typed.length < 3 || /\s/.test(typed) || !provider.configured || provider.id === "demo") return false;
  return !provider.models.some(({ id }) => id.toLowerCase() === typed.toLowerCase());
}
