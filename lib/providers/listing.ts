import type { ParamName } from "./types.ts";

/** What a model family takes, so that a form shows only what works and nothing else is sent. */
export interface ModelCapabilities {
  params: readonly ParamName[];
  /** Thinks before it answers: a longer wait for the first token is normal. */
  reasoning: boolean;
}

export interface ModelPrice {
  /** US dollars per million tokens. */
  inputUsdPerMillion: number;
  outputUsdPerMillion: number;
}

export interface ModelListing {
  id: string;
  label: string;
  /** Tokens. */
  contextWindow?: number;
  /** Absent = price unknown, never free. */
  price?: ModelPrice;
  capabilities: ModelCapabilities;
}

/** One provider as GET /api/models answers it. */
export interface ProviderListing {
  id: string;
  label: string;
  /** A run could start now: a key is there, or none is needed. */
  configured: boolean;
  /** Whose key would be used. */
  source: "own" | "server" | "local" | "none";
  models: ModelListing[];
  /** Why the list could not be read, for a person; the models are then the catalogue's own. */
  problem?: string;
}
