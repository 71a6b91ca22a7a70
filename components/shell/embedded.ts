/** Set by the server alone, on requests for a page that is shown in another site's frame. */
export const EMBED_HEADER = "x-embedded";
