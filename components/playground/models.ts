import type { ProviderListing } from "#lib/providers/listing.ts";

/** The providers and their models as the server lists them; null when it could not be asked. */
export async function readModels(): Promise<readonly ProviderListing[] | null> {
  try {
    const response = await fetch("/api/models", { cache: "no-store" });
    if (!response.ok) return null;
    const { parseListings } = await import("./parse-listings.ts");
    return parseListings(await response.json());
  } catch {
    return null;
  }
}
